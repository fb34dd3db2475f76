import { useTranslation } from 'react-i18next';
import { StateGlyph, type Shown } from './StateGlyph';

// Colour, shape and word, always all three.
export function StateTag({ state }: { state: Shown }) {
  const { t } = useTranslation();
  return (
    <span className="state-tag">
      <StateGlyph state={state} />
      {t(`state.${state}`)}
    </span>
  );
}
