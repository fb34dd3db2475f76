import { useTranslation } from 'react-i18next';
import { sheets, sheetText } from './templates';

function download(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export function Templates() {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="templates-title">
      <header>
        <h2 id="templates-title">{t('template.title')}</h2>
        <span className="note">{t('template.hint')}</span>
      </header>
      <ul className="templates">
        {Object.entries(sheets).map(([name, columns]) => (
          <li key={name}>
            <button
              type="button"
              className="button quiet"
              onClick={() => download(`${name}.csv`, sheetText(columns))}
            >
              {name}.csv
            </button>
            <span className="note">{t(`sheet.${name}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
