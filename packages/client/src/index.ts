export { createChatClient } from './visitor/chat-client.ts';
export type {
  ChatClient,
  ChatClock,
  ChatConversation,
  ChatItem,
  ChatOptions,
  ChatSocket,
  ChatState,
  ChatStorage,
  Connection,
  OutboxItem,
  OutboxStatus,
  Track,
} from './visitor/types.ts';
