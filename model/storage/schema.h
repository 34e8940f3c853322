#pragma once

#include <string_view>

namespace signalbox::storage {

// Moments are microseconds since 1970 in UTC. Words are those of model/domain/names.h. Lists are JSON as in events_json.
// A conversation is known by its number. Everything but the journal can be made from the journal again.
inline constexpr std::string_view schemaVersion1 = R"sql(
CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    conversation INTEGER,
    payload TEXT NOT NULL
) STRICT;
CREATE INDEX journal_of_conversation ON journal (conversation, sequence) WHERE conversation IS NOT NULL;

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY,
    visitor TEXT NOT NULL,
    visitor_name TEXT NOT NULL,
    company TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL,
    origin TEXT NOT NULL,
    offerable INTEGER NOT NULL,
    owner_kind TEXT NOT NULL DEFAULT 'ai',
    owner_queue TEXT NOT NULL DEFAULT '',
    owner_agent TEXT NOT NULL DEFAULT '',
    owner_reason TEXT NOT NULL DEFAULT '',
    queued_sequence INTEGER NOT NULL DEFAULT 0,
    offered_to TEXT NOT NULL DEFAULT '',
    tier TEXT NOT NULL DEFAULT '',
    tier_rank INTEGER NOT NULL DEFAULT 0,
    intent TEXT NOT NULL DEFAULT '',
    intent_score REAL NOT NULL DEFAULT 0,
    deal_size REAL,
    tags TEXT NOT NULL DEFAULT '[]',
    policy TEXT NOT NULL DEFAULT '',
    opened_at INTEGER NOT NULL,
    last_message_at INTEGER NOT NULL,
    waiting_since INTEGER,
    answer_by INTEGER,
    closed_at INTEGER,
    outcome TEXT NOT NULL DEFAULT '',
    last_author TEXT NOT NULL DEFAULT 'visitor',
    last_text TEXT NOT NULL DEFAULT '',
    message_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX conversation_one_open ON conversation (visitor, channel) WHERE closed_at IS NULL;
CREATE INDEX conversation_open ON conversation (id) WHERE closed_at IS NULL;
CREATE INDEX conversation_of_visitor ON conversation (visitor, opened_at);

CREATE TABLE message (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    sequence INTEGER NOT NULL,
    author TEXT NOT NULL,
    agent TEXT NOT NULL,
    author_name TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    internal_note INTEGER NOT NULL,
    citations TEXT NOT NULL,
    UNIQUE (conversation, sequence)
) STRICT;

CREATE TABLE context_value (
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    attribute TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    at INTEGER NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (conversation, attribute)
) STRICT, WITHOUT ROWID;

CREATE TABLE signal_observed (
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    signal TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (conversation, signal)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    sequence INTEGER PRIMARY KEY REFERENCES journal (sequence),
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    at INTEGER NOT NULL,
    rulebook_version INTEGER NOT NULL,
    policy TEXT,
    tier TEXT NOT NULL
) STRICT;
CREATE INDEX decision_of_conversation ON decision (conversation, sequence);

CREATE TABLE offer (
    id TEXT NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    agent TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    lapses_at INTEGER NOT NULL,
    candidates TEXT NOT NULL,
    outcome TEXT,
    ended_at INTEGER,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX offer_one_out ON offer (conversation) WHERE outcome IS NULL;
CREATE INDEX offer_of_conversation ON offer (conversation, sequence);

CREATE TABLE follow_up (
    sequence INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    due INTEGER NOT NULL,
    owner TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX follow_up_of_conversation ON follow_up (conversation, due);

CREATE TABLE alert (
    sequence INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    alert TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX alert_of_conversation ON alert (conversation, sequence);

CREATE TABLE agent (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    details TEXT NOT NULL,
    presence TEXT NOT NULL DEFAULT 'offline',
    presence_since INTEGER NOT NULL
) STRICT;

CREATE TABLE rulebook_version (
    version INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    open_intervals TEXT NOT NULL,
    note TEXT NOT NULL,
    published_by TEXT NOT NULL,
    published_at INTEGER NOT NULL
) STRICT;

CREATE TABLE faq (
    id TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    also_asked TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE knowledge (
    number INTEGER PRIMARY KEY,
    entry TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE knowledge_fts USING fts5 (question, answer, tokenize = 'porter unicode61 remove_diacritics 2');
)sql";

// The draft of the next rulebook and the rulebook that runs beside the live one: at most one row of each kind. They are
// no history, so they are not in the journal. A draft that was discarded or published keeps its row without a document.
inline constexpr std::string_view schemaVersion2 = R"sql(
CREATE TABLE rulebook_beside (
    kind TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('draft', 'shadow')),
    revision INTEGER NOT NULL,
    base_version INTEGER NOT NULL,
    document TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_at ON decision (at);
)sql";

// What agents do with a conversation, files that come and go with messages, and who visitors turn out to be. The bytes of
// files are no history, so they are kept beside the journal. `contact_key` holds "email:..." and "phone:...".
inline constexpr std::string_view schemaVersion3 = R"sql(
ALTER TABLE conversation ADD COLUMN outcome_value REAL;
ALTER TABLE conversation ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN held_until INTEGER;
ALTER TABLE conversation ADD COLUMN hand_raised_by TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN hand_note TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN invited TEXT NOT NULL DEFAULT '[]';
ALTER TABLE conversation ADD COLUMN tier_by_hand INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN delivered_up_to INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN read_up_to INTEGER NOT NULL DEFAULT 0;
ALTER TABLE message ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]';
ALTER TABLE message ADD COLUMN mentions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE agent ADD COLUMN presence_state TEXT NOT NULL DEFAULT '';
ALTER TABLE agent ADD COLUMN presence_until INTEGER;
ALTER TABLE agent ADD COLUMN presence_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE follow_up ADD COLUMN ended_at INTEGER;
ALTER TABLE follow_up ADD COLUMN done INTEGER NOT NULL DEFAULT 0;
CREATE INDEX follow_up_open ON follow_up (due) WHERE ended_at IS NULL;
UPDATE follow_up SET ended_at = due, done = 1 WHERE EXISTS (SELECT 1 FROM message
    WHERE message.id = 'signalbox:' || follow_up.conversation || ':follow-up:' || follow_up.due);

CREATE TABLE correction (
    sequence INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    subject TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL,
    corrected_by TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX correction_of_conversation ON correction (conversation, sequence);

CREATE TABLE attachment (
    id TEXT NOT NULL PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_of_conversation ON attachment (conversation);

CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    emails TEXT NOT NULL,
    phones TEXT NOT NULL
) STRICT;
CREATE TABLE contact_key (
    key TEXT NOT NULL PRIMARY KEY,
    contact INTEGER NOT NULL REFERENCES contact (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_key_of_contact ON contact_key (contact);
CREATE TABLE contact_visitor (
    visitor TEXT NOT NULL PRIMARY KEY,
    contact INTEGER NOT NULL REFERENCES contact (id),
    because TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_visitor_of_contact ON contact_visitor (contact);
CREATE TABLE contact_apart (
    visitor TEXT NOT NULL,
    contact INTEGER NOT NULL,
    PRIMARY KEY (visitor, contact)
) STRICT, WITHOUT ROWID;
)sql";

}
