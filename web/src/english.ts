// A chunk of its own, named after what it holds: only whoever reads English fetches it.
export { default } from './locales/en.json';
