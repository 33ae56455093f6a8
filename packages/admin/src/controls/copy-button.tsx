import { useState } from 'react';
import { useWords } from '../words/use-words.js';
import { Button } from './button.js';
import { Icon } from './icon.js';

/** Copies a text; says that it has. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      // The page has no leave to: the text stands beside the button and can be marked.
      setIsCopied(false);
    }
  };
  return (
    <Button size="small" onClick={() => void copy()}>
      <Icon name="copy" />
      <span role="status">{t(isCopied ? 'act.copied' : 'act.copy')}</span>
    </Button>
  );
}
