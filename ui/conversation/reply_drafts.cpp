#include "ui/conversation/reply_drafts.h"

#include "ui/shared/ui_state.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox {
namespace {

const QString draftsKey = QStringLiteral("desk/drafts");
const QString keyField = QStringLiteral("key");
const QString textField = QStringLiteral("text");
const QString noteField = QStringLiteral("note");
constexpr int mostDrafts = 200;
constexpr qsizetype longestDraft = 100'000;
constexpr std::chrono::seconds writeAfter{1};

// A conversation's number comes again in another workspace; the moment it began does not.
QString keyOf(const AgentId& agent, const Conversation& conversation)
{
    return QStringLiteral("%1/%2/%3")
        .arg(QString::fromStdString(agent.value), QString::fromStdString(conversation.id.value))
        .arg(toMicroseconds(conversation.openedAt));
}

QJsonArray writtenDown(const UiState& state) { return QJsonDocument::fromJson(state.bytes(draftsKey)).array(); }

}

ReplyDrafts::ReplyDrafts(UiState& state, QObject* parent) : QObject(parent), m_state(state)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(writeAfter);
    connect(&m_soon, &QTimer::timeout, this, &ReplyDrafts::writeDown);
}

ReplyDrafts::~ReplyDrafts() { writeDown(); }

ReplyDrafts::Draft ReplyDrafts::draft(const AgentId& agent, const Conversation& conversation) const
{
    const QString key = keyOf(agent, conversation);
    if (const auto changed = m_changed.constFind(key); changed != m_changed.constEnd())
        return *changed;
    for (const QJsonValue& value : writtenDown(m_state)) {
        const QJsonObject kept = value.toObject();
        if (kept[keyField].toString() == key)
            return {kept[textField].toString(), kept[noteField].toBool()};
    }
    return {};
}

void ReplyDrafts::keep(const AgentId& agent, const Conversation& conversation, const Draft& draft)
{
    if (draft == this->draft(agent, conversation))
        return;
    m_changed.insert(keyOf(agent, conversation), {draft.text.left(longestDraft), draft.note});
    if (!m_soon.isActive())
        m_soon.start();
}

void ReplyDrafts::writeDown()
{
    m_soon.stop();
    if (m_changed.isEmpty())
        return;
    QJsonArray all;
    for (const QJsonValue& value : writtenDown(m_state))
        if (!m_changed.contains(value.toObject()[keyField].toString()))
            all.append(value);
    for (auto changed = m_changed.cbegin(); changed != m_changed.cend(); ++changed)
        if (!changed->text.isEmpty())
            all.append(QJsonObject{{keyField, changed.key()}, {textField, changed->text}, {noteField, changed->note}});
    while (all.size() > mostDrafts)
        all.removeFirst();
    m_changed.clear();
    m_state.setBytes(draftsKey, QJsonDocument(all).toJson(QJsonDocument::Compact));
}

}
