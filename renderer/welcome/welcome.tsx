import { BookOpen, ClipboardPaste, FolderOpen, HardDrive, WifiOff, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { COLOUR_OF_KIND, type AnnotationKind } from '#core/annotation';
import type { CommandName } from '../keymap';
import { useLibrary } from '../state/library';
import { CommandKey } from '../ui/controls';
import { UnfinishedImports } from '../ui/unfinished-imports';
import './welcome.css';

interface WelcomeProps {
  onRun: (command: CommandName) => void;
  onChangeFolder: () => void;
}

/** The first minute: ways in, where data lies, and the marks as a legend. */
export function Welcome({ onRun, onChangeFolder }: WelcomeProps) {
  const { t } = useTranslation();
  const folder = useLibrary((state) => state.folder);
  return (
    <div className="welcome">
      <section className="left scroll">
        <h1>{t('welcome.title')}</h1>
        <p className="lead">{t('welcome.lead')}</p>
        <UnfinishedImports />
        <Way
          icon={FolderOpen}
          name={t('welcome.open')}
          detail={t('welcome.openDetail')}
          command="import"
          onRun={onRun}
          primary
        />
        <Way
          icon={ClipboardPaste}
          name={t('welcome.paste')}
          detail={t('welcome.pasteDetail')}
          command="paste"
          onRun={onRun}
        />
        <Way
          icon={BookOpen}
          name={t('welcome.samples')}
          detail={t('welcome.samplesDetail')}
          command="samples"
          onRun={onRun}
        />
        <div className="promises">
          <span>
            <WifiOff size={14} strokeWidth={1.75} aria-hidden />
            {t('welcome.offline')}
          </span>
          <span>
            <HardDrive size={14} strokeWidth={1.75} aria-hidden />
            <span>
              {t('welcome.savedIn')} <b>{folder}</b> ·{' '}
              <button type="button" onClick={onChangeFolder}>
                {t('welcome.change')}
              </button>
            </span>
          </span>
        </div>
      </section>
      <section className="right" aria-hidden>
        <div className="drop-edge" />
        <Demo />
      </section>
    </div>
  );
}

interface WayProps {
  icon: LucideIcon;
  name: string;
  detail: string;
  command: CommandName;
  onRun: (command: CommandName) => void;
  primary?: boolean;
}

function Way({ icon: Glyph, name, detail, command, onRun, primary = false }: WayProps) {
  return (
    // The first screen has one thing to do: Enter does it.

    <button
      type="button"
      autoFocus={primary}
      className={`way ${primary ? 'primary' : ''}`}
      onClick={() => onRun(command)}
    >
      <Glyph size={20} strokeWidth={1.6} aria-hidden />
      <span>
        <b>{name}</b>
        <small>{detail}</small>
      </span>
      <CommandKey command={command} />
    </button>
  );
}

/** The same sentence of two years, marked; it stays in Vietnamese, as the articles do. */
function Demo() {
  const { t } = useTranslation();
  const sheet = (where: string, target: string, task: string, due: string) => (
    <div className="sheet" lang="vi">
      <span className="where">{where}</span>
      <p>
        {t('welcome.demo.strive')}
        <Swatch kind="target">{target}</Swatch>; <Swatch kind="task">{task}</Swatch>
        <mark data-a="task" data-b="deadline" data-fill="mauve">
          {due}
        </mark>
        .
      </p>
    </div>
  );
  return (
    <div className="demo">
      <div className="two">
        {sheet(
          t('welcome.lastYear'),
          t('welcome.demo.targetBefore'),
          t('welcome.demo.taskBefore'),
          t('welcome.demo.dueBefore'),
        )}
        <span />
        {sheet(
          t('welcome.thisYear'),
          t('welcome.demo.targetAfter'),
          t('welcome.demo.taskAfter'),
          t('welcome.demo.dueAfter'),
        )}
      </div>
      <div className="legend">
        {(['directive', 'deadline', 'task', 'highlight', 'target'] as const).map((kind) => (
          <div key={kind}>
            <Swatch kind={kind}>{t(`kind.${kind}`)}</Swatch>
            <CommandKey command={kind} />
          </div>
        ))}
        <div className="t3 xs">{t('welcome.drop')}</div>
      </div>
    </div>
  );
}

const Swatch = ({ kind, children }: { kind: AnnotationKind; children: string }) => (
  <mark data-a={kind} data-fill={COLOUR_OF_KIND[kind]}>
    {children}
  </mark>
);
