export { LOCALHOST } from './localhost-certificate.ts';
export { MailServer, smtpError } from './mail-server.ts';
export { PushService } from './push-service.ts';
