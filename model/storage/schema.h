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

// An alert is an episode with all that became of it; labels are what people say of alerts and of conversations without
// one. What the figures need of a conversation (docs/figures.md) stands in its row: when the visitor first wrote, when it
// was first to be a person's and with which queue, tier and rulebook, when it first had the highest tier, who answered
// first and when, also since it had the highest tier, and since when all that is required is known of it.
inline constexpr std::string_view schemaVersion4 = R"sql(
ALTER TABLE alert ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE alert ADD COLUMN owner_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE alert ADD COLUMN held_back TEXT NOT NULL DEFAULT 'no';
ALTER TABLE alert ADD COLUMN ways TEXT NOT NULL DEFAULT '[]';
ALTER TABLE alert ADD COLUMN rulebook_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN tier TEXT NOT NULL DEFAULT '';
ALTER TABLE alert ADD COLUMN tier_rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN measure TEXT NOT NULL DEFAULT '';
ALTER TABLE alert ADD COLUMN score REAL;
ALTER TABLE alert ADD COLUMN policy TEXT NOT NULL DEFAULT '';
ALTER TABLE alert ADD COLUMN acknowledged_by TEXT NOT NULL DEFAULT '';
ALTER TABLE alert ADD COLUMN acknowledged_at INTEGER;
ALTER TABLE alert ADD COLUMN snoozed_until INTEGER;
ALTER TABLE alert ADD COLUMN escalated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN ended_at INTEGER;
ALTER TABLE alert ADD COLUMN ended_by TEXT NOT NULL DEFAULT '';
ALTER TABLE alert ADD COLUMN end_reason TEXT NOT NULL DEFAULT '';
UPDATE alert SET ended_at = at, end_reason = 'A reminder' WHERE alert = 'follow_up';
UPDATE alert SET ended_at = (SELECT closed_at FROM conversation WHERE id = alert.conversation),
    end_reason = 'The conversation was closed' WHERE ended_at IS NULL;
CREATE INDEX alert_at ON alert (at);
CREATE INDEX alert_open ON alert (sequence) WHERE ended_at IS NULL;

CREATE TABLE alert_delivery (
    alert INTEGER NOT NULL REFERENCES alert (sequence),
    way TEXT NOT NULL,
    error TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (alert, way)
) STRICT, WITHOUT ROWID;

CREATE TABLE label (
    conversation INTEGER NOT NULL REFERENCES conversation (id),
    alert INTEGER NOT NULL,
    trigger_id TEXT NOT NULL,
    labelled_by TEXT NOT NULL,
    verdict TEXT NOT NULL,
    tier TEXT NOT NULL,
    reason TEXT NOT NULL,
    second INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (conversation, alert, trigger_id, labelled_by)
) STRICT, WITHOUT ROWID;

ALTER TABLE conversation ADD COLUMN first_inbound_at INTEGER;
ALTER TABLE conversation ADD COLUMN left_ai_at INTEGER;
ALTER TABLE conversation ADD COLUMN first_queue TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN first_tier TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN first_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN decided_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN top_at INTEGER;
ALTER TABLE conversation ADD COLUMN top_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN answered_at INTEGER;
ALTER TABLE conversation ADD COLUMN answered_by TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN top_answered_at INTEGER;
ALTER TABLE conversation ADD COLUMN qualified_at INTEGER;
CREATE INDEX conversation_opened ON conversation (opened_at);

UPDATE conversation SET first_inbound_at = (SELECT min(at) FROM message WHERE conversation = conversation.id
    AND author = 'visitor');
UPDATE conversation SET left_ai_at = owned.at, first_queue = owned.queue,
    first_tier = coalesce((SELECT after FROM correction WHERE correction.conversation = conversation.id
        AND subject = 'tier' AND correction.sequence < owned.sequence ORDER BY correction.sequence DESC LIMIT 1),
        (SELECT tier FROM decision WHERE decision.conversation = conversation.id
        AND decision.sequence < owned.sequence ORDER BY decision.sequence DESC LIMIT 1), ''),
    first_version = coalesce((SELECT rulebook_version FROM decision WHERE decision.conversation = conversation.id
        AND decision.sequence < owned.sequence ORDER BY decision.sequence DESC LIMIT 1), 0)
    FROM (SELECT conversation AS id, min(sequence) AS sequence, at, payload ->> '$.to.queue' AS queue FROM journal
        WHERE kind = 'owner_changed' AND payload ->> '$.to.kind' IN ('queue', 'agent') GROUP BY conversation) AS owned
    WHERE owned.id = conversation.id;
UPDATE conversation SET decided_version = coalesce((SELECT rulebook_version FROM decision
    WHERE decision.conversation = conversation.id ORDER BY decision.sequence DESC LIMIT 1), 0);
UPDATE conversation SET top_at = top.at, top_version = top.version
    FROM (SELECT conversation AS id, min(sequence), at, version FROM
        (SELECT conversation, sequence, at, payload ->> '$.decision.rulebook_version' AS version FROM journal
            WHERE kind = 'decision_made' AND payload ->> '$.decision.tier' <> ''
            AND payload ->> '$.decision.tier_rank' = 0
        UNION ALL SELECT conversation, sequence, at, 0 FROM journal WHERE kind = 'conversation_corrected'
            AND payload ->> '$.subject' = 'tier' AND payload ->> '$.tier_rank' = 0) GROUP BY conversation) AS top
    WHERE top.id = conversation.id;
UPDATE conversation SET answered_at = said.at, answered_by = said.agent
    FROM (SELECT message.conversation AS id, min(message.sequence), message.at, message.agent FROM message
        JOIN conversation AS row ON row.id = message.conversation AND message.at >= row.left_ai_at
        WHERE author = 'agent' AND internal_note = 0 GROUP BY message.conversation) AS said
    WHERE said.id = conversation.id;
UPDATE conversation SET top_answered_at = said.at
    FROM (SELECT message.conversation AS id, min(message.at) AS at FROM message
        JOIN conversation AS row ON row.id = message.conversation AND message.at >= max(row.left_ai_at, row.top_at)
        WHERE author = 'agent' AND internal_note = 0 GROUP BY message.conversation) AS said
    WHERE said.id = conversation.id;
UPDATE conversation SET qualified_at = (SELECT min(at) FROM journal WHERE journal.conversation = conversation.id
    AND kind = 'decision_made' AND NOT EXISTS (SELECT 1 FROM json_each(payload, '$.decision.qualification') AS criterion
        WHERE criterion.value ->> '$.required' AND criterion.value ->> '$.state' <> 'met'));
)sql";

// A label of a conversation without an alert keeps how that was drawn: of which week, and from how many alike. The empty
// text: nobody drew it.
inline constexpr std::string_view schemaVersion5 = R"sql(
ALTER TABLE label ADD COLUMN draw TEXT NOT NULL DEFAULT '';
CREATE INDEX label_drawn ON label (conversation) WHERE draw <> '';
)sql";

}
