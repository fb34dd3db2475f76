# Waystation: every task has one name. `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
JOBS ?= $(shell nproc)
LISTEN ?= 127.0.0.1:8080
WAYSTATION := build/release/waystation
SOURCES := $(shell git ls-files 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'bench/*.cpp' 2>/dev/null)

.PHONY: help setup build web run demo test sanitize bench lint format package clean

help: ## List the tasks
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## Install every Debian and npm package (root; may be run twice)
	@tools/setup.sh

build: setup web ## Build the program at build/release/waystation, with the web pages
	@mkdir -p build
	@cmake --preset release >build/cmake.log 2>&1 || { cat build/cmake.log; exit 1; }
	@cmake --build --preset release -j $(JOBS) --target waystation

web: setup ## Build the web pages into web/dist
	@mkdir -p build
	@tools/build-web.sh

run: build ## Load the example, plan, and serve it at http://127.0.0.1:8080
	@tools/demo.sh $(WAYSTATION) build/demo $(LISTEN)

test: build ## Run every test; ends with "N passed, N failed"
	@tests/run.sh

sanitize: setup ## Run the unit tests with AddressSanitizer and UndefinedBehaviorSanitizer
	@SANITIZE=yes ONLY=sanitize tests/run.sh

bench: build ## Print every benchmark as a ratio to something run beside it
	@bench/run.sh

lint: setup ## Report what clang-tidy, clang-format, oxlint and the arrows find
	@tools/lint.sh

format: setup ## Format all code
	@clang-format -i $(SOURCES)
	@cd web && npm run --silent format

package: build ## Make build/waystation-VERSION.tar.gz: program, web pages, example, documents
	@tools/package.sh

clean: ## Remove what was built
	@rm -rf build web/dist
