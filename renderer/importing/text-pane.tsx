import { useEffect, useState, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Segmented } from '../ui/controls';
import { fileName } from '../ui/format';

export type Look = 'clean' | 'original' | 'compare';

interface TextPaneProps {
  title: string;
  /** Counts beside the title. */
  counts: string;
  look: Look;
  looks: readonly Look[];
  onLook: (look: Look) => void;
  /** Why the text cannot be shown or was not taken in. */
  failure: string | null;
  onRetry?: () => void;
  children: ReactNode;
}

/** The middle of the view: a text with its heading, and ways to look at it. */
export function TextPane(props: TextPaneProps) {
  const { title, counts, look, looks, onLook, failure, onRetry, children } = props;
  const { t } = useTranslation();
  return (
    <section className="review-middle" aria-label={title}>
      <header>
        <span className="h">{title}</span>
        <span className="cnt xs clip">{counts}</span>
        <span className="end" />
        <Segmented
          label={t('review.look.label')}
          value={look}
          options={looks.map((value) => ({ value, text: t(`review.look.${value}`) }))}
          onChange={onLook}
        />
      </header>
      {failure !== null && (
        <p className="inline-error review-failure" role="alert">
          <CircleAlert size={14} aria-hidden /> <span className="grow">{failure}</span>
          {onRetry !== undefined && (
            <Button look="line" onClick={onRetry}>
              {t('review.retry')}
            </Button>
          )}
        </p>
      )}
      {children}
    </section>
  );
}

const QUIET_FOR = 200;

/** Lines where the text will stand, once the reading takes a while. */
export function ReadingLines() {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUIET_FOR);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return <div className="review-scroll" />;
  return (
    <div className="review-scroll review-lines" role="status" aria-label={t('review.reading')}>
      {[46, 94, 88, 52, 96, 91, 70].map((width) => (
        <i key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** The cleaned text and the file that it was read from, side by side where there is room for both. */
export function Beside({ text, original }: { text: ReactNode; original: ReactNode }) {
  return (
    <div className="review-beside">
      <div>{text}</div>
      <div>{original}</div>
    </div>
  );
}

/** The file that an original is, in the viewer's bar. */
export const OriginalName = ({ path }: { path: string }) => (
  <span className="review-original-name clip" title={path}>
    {fileName(path)}
  </span>
);
