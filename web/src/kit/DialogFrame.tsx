import { ConfigProvider, Modal } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intent } from '../api/hooks';
import { Refusal } from './Refusal';

interface Frame {
  title: string;
  confirm: string;
  intent: Intent;
  close: () => void;
  width?: number; // Of a form with more than a few fields.
  children?: ReactNode;
}

const token = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// antd's dialog, dressed from tokens.css. It is loaded with the first dialog, not with the page.
export default function DialogFrame(props: Frame) {
  const { title, confirm, intent, close, width, children } = props;
  const { t, i18n } = useTranslation();
  const [theme] = useState(() => ({
    token: {
      colorPrimary: token('--brand'),
      colorText: token('--ink'),
      colorBorder: token('--line-strong'),
      fontFamily: token('--font'),
      borderRadius: 6,
      motion: false,
    },
  }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await intent.give()) close();
  };
  return (
    <ConfigProvider theme={theme} locale={i18n.language.startsWith('zh') ? zhCN : enUS}>
      <Modal
        open
        title={title}
        width={width}
        onCancel={close}
        footer={null}
        centered
        destroyOnHidden
      >
        <form className="dialog-form" onSubmit={submit}>
          {children}
          {intent.problem && <Refusal problem={intent.problem} />}
          <div className="dialog-actions">
            <button type="button" className="button" onClick={close}>
              {t('action.cancel')}
            </button>
            <button type="submit" className="button primary" disabled={intent.busy}>
              {intent.busy ? t('action.sending') : confirm}
            </button>
          </div>
        </form>
      </Modal>
    </ConfigProvider>
  );
}
