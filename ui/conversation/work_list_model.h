#pragma once

#include "model/domain/conversation.h"

#include <QAbstractListModel>
#include <QString>

#include <functional>
#include <set>
#include <vector>

namespace signalbox {

class ConsoleModel;

// The conversations one agent has, in sections: what they look at without having it, what is owed an answer, and what
// waits for the visitor. Sections without conversations are left out.
class WorkListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Section { Looking, Open, WaitingForVisitor };
    enum Roles {
        SectionRole = Qt::UserRole + 1,   // bool: the row is a section's title
        IdRole,                           // QString
        PreviewRole,                      // "You: I'll check the roaming terms"
        AgeRole,                          // "4 min"
        TierRankRole,                     // -1 without a tier
        UnreadRole,                       // bool
        OriginRole,                       // "Practice"; empty for live ones
    };

    WorkListModel(const ConsoleModel& console, std::function<Instant()> now, QObject* parent = nullptr);

    // Brings the rows up to date with the console; `looking` is shown although it is not mine, when it is not.
    void refresh(const AgentId& me, const std::optional<Conversation>& looking);
    void tick();   // ages have moved on
    void noteUnread(const ConversationId& id);
    void markRead(const ConversationId& id);
    int unreadCount() const { return int(m_unread.size()); }

    int rowOf(const ConversationId& id) const;   // -1 when it is not there
    ConversationId idAt(int row) const;          // empty for titles
    ConversationId after(const ConversationId& id, int step) const;   // wraps around; unread ones are not preferred

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        Section section = Section::Open;
        int count = 0;                               // for titles
        std::optional<Conversation> conversation;    // none: a title
        bool sameAs(const Row& other) const;
    };
    std::vector<Row> wantedRows(const AgentId& me, const std::optional<Conversation>& looking) const;
    void bringTo(std::vector<Row> wanted);
    QString title(const Row& row) const;
    QString preview(const Conversation& conversation, Section section) const;

    const ConsoleModel& m_console;
    std::function<Instant()> m_now;
    std::vector<Row> m_rows;
    std::set<ConversationId> m_unread;
};

}
