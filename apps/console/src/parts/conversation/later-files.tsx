import { MAX_FILE_BYTES, MOST_FILES } from '@solodesk/protocol/visitor';
import type { Attachment } from '@solodesk/protocol/visitor';
import { Files, FileTray } from '@solodesk/ui/files';
import type { FileLine } from '@solodesk/ui/files';
import { useTexts } from '../../texts/index.ts';

const LIMITS = { bytes: MAX_FILE_BYTES, count: MOST_FILES };

/** The console's way to files: the session is in its cookie. */
const lineOf = (site: string, conversation = ''): FileLine => ({
  upload: `/console/api/files/${encodeURIComponent(site)}/${encodeURIComponent(conversation)}`,
  file: (id) => `/console/api/files/${encodeURIComponent(site)}/${encodeURIComponent(id)}`,
  headers: () => ({ 'X-Solodesk': '1' }),
});

/** The files of a message. */
export function SentFiles({ site, files }: { site: string; files: readonly Attachment[] }) {
  const { locale } = useTexts();
  return <Files files={files} line={lineOf(site)} locale={locale} offline={false} />;
}

interface ReplyFilesProps {
  site: string;
  conversation: string;
  picked: readonly File[];
  ready(files: readonly Attachment[] | null | undefined): void;
  willSend: boolean;
  onLess(): void;
  onEmpty(): void;
}

/** What is to go with a reply. */
export function ReplyFiles({ site, conversation, ...tray }: ReplyFilesProps) {
  const { locale } = useTexts();
  return <FileTray line={lineOf(site, conversation)} locale={locale} limits={LIMITS} {...tray} />;
}
