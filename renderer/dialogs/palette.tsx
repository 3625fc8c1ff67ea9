import { useMemo, useState } from 'react';
import { Command } from 'cmdk';
import { CornerDownLeft, FileText } from 'lucide-react';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';
import { COMMAND_NAMES, type CommandName } from '../keymap';
import { useLibrary } from '../state/library';
import { CommandKey } from '../ui/controls';
import { collator, dayText, fitsFilter } from '../ui/format';
import { en } from '../strings/en';
import { vi } from '../strings/vi';
import './dialogs.css';

interface PaletteProps {
  onClose: () => void;
  onRun: (command: CommandName) => void;
  onOpen: (articleId: string, beside: boolean) => void;
}

const MOST_ARTICLES = 30;
/** Commands that only make sense on the spot where the hands are. */
const HIDDEN: ReadonlySet<CommandName> = new Set([
  'palette',
  'escape',
  'nextWord',
  'previousWord',
  'extendLeft',
  'extendRight',
]);

/** One field for articles and commands. Both languages fit, with or without marks. */
export function Palette({ onClose, onRun, onOpen }: PaletteProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const articles = useLibrary((state) => state.articles);
  const fitting = useMemo(
    () =>
      [...articles.values()]
        .filter((article) => article.removedAt === null)
        .filter((article) => fitsFilter(`${article.title} ${article.source ?? ''}`, typed))
        .sort(
          (a, b) =>
            (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') || collator.compare(a.title, b.title),
        )
        .slice(0, MOST_ARTICLES),
    [articles, typed],
  );
  const commands = COMMAND_NAMES.filter(
    (name) => !HIDDEN.has(name) && fitsFilter(`${vi.command[name]} ${en.command[name]}`, typed),
  );
  const [beside, setBeside] = useState(false);
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="dialog palette" aria-label={t('command.palette')}>
          <Command
            shouldFilter={false}
            label={t('command.palette')}
            onKeyDownCapture={(event) => setBeside(event.ctrlKey || event.metaKey)}
          >
            {/* The palette is for this field alone. */}
            {}
            <Command.Input
              autoFocus
              value={typed}
              onValueChange={setTyped}
              placeholder={t('palette.placeholder')}
            />
            <Command.List>
              <Command.Empty>{t('palette.nothing')}</Command.Empty>
              {commands.length > 0 && typed !== '' && <CommandGroup commands={commands} onRun={onRun} />}
              {fitting.length > 0 && (
                <Command.Group heading={t('palette.articles')}>
                  {fitting.map((article) => (
                    <Command.Item
                      key={article.id}
                      value={article.id}
                      onSelect={() => onOpen(article.id, beside)}
                    >
                      <FileText size={14} strokeWidth={1.75} aria-hidden className="t3" />
                      <span className="clip">{article.title}</span>
                      <span className="end xs t3 num nb">
                        {article.publishedOn === null ? '' : dayText(article.publishedOn)}
                        <CornerDownLeft size={12} aria-hidden style={{ marginTop: 3 }} />
                      </span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {typed === '' && <CommandGroup commands={commands} onRun={onRun} />}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function CommandGroup({
  commands,
  onRun,
}: {
  commands: readonly CommandName[];
  onRun: (name: CommandName) => void;
}) {
  const { t } = useTranslation();
  return (
    <Command.Group heading={t('palette.commands')}>
      {commands.map((name) => (
        <Command.Item key={name} value={`command-${name}`} onSelect={() => onRun(name)}>
          <span className="clip">{t(`command.${name}`)}</span>
          <span className="end">
            <CommandKey command={name} />
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
