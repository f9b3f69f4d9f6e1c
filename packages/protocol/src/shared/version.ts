/**
 * The wire's version. The server speaks this one and the one before; the fingerprint test fails when a schema changes
 * without it. One line a version, saying why it exists:
 *
 * 1: the first wire.
 * 2: tickets (`ticket` events) and forms: a bot's message may ask for something (`ask`); messages may carry files.
 */
export const PROTOCOL_VERSION = 2;

/** The oldest version that the server still speaks. */
export const OLDEST_PROTOCOL_VERSION = 1;
