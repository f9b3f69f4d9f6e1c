export { Dovecot } from './dovecot.ts';
export { HttpsListener, answerWith } from './https-listener.ts';
export type { HeardRequest } from './https-listener.ts';
export { LOCALHOST } from './localhost-certificate.ts';
export { mailWithFiles } from './mail-with-files.ts';
export type { MailPart, MailWithFiles } from './mail-with-files.ts';
export { someAnswer } from './some-answer.ts';
export { MailServer, smtpError } from './mail-server.ts';
export { PushService } from './push-service.ts';
