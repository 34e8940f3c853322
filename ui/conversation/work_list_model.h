#pragma once

#include "model/domain/conversation.h"
#include "model/domain/follow_up.h"

#include <QAbstractListModel>
#include <QString>

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace signalbox {

class ConsoleModel;

// The conversations one agent has, in sections: for a lead those whose agent raised a hand, what they look at without
// having it, what is owed an answer, follow-ups
// that are due today, what waits for the visitor, where they were invited, what is on hold, and later follow-ups behind
// one line. Sections without rows are left out.
class WorkListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Section { HandsRaised, Looking, Open, FollowUps, WaitingForVisitor, Invited, OnHold, LaterFollowUps };
    enum Roles {
        SectionRole = Qt::UserRole + 1,   // bool: the row is a section's title
        IdRole,                           // QString
        PreviewRole,                      // "You: I'll check the roaming terms"
        AgeRole,                          // "4 min", "11:30", "0:14 over"
        LateRole,                         // bool: past its target or its time
        TierRankRole,                     // -1 without a tier
        UnreadRole,                       // bool
        OriginRole,                       // "Practice"; empty for live ones
        FollowUpRole,                     // bool: a follow-up, not the conversation itself
        LaterRole,                        // bool: the line that shows and hides later follow-ups
    };

    WorkListModel(const ConsoleModel& console, std::function<Instant()> now, QObject* parent = nullptr);

    // Brings the rows up to date with the console; those `looked` at are shown although they are not mine.
    void refresh(const AgentId& me, const std::vector<Conversation>& looked);
    void tick();   // ages have moved on
    void showLater(bool shown);
    bool laterShown() const { return m_laterShown; }
    void noteUnread(const ConversationId& id);
    void markRead(const ConversationId& id);
    int unreadCount() const { return int(m_unread.size()); }

    int rowOf(const ConversationId& id) const;   // of the conversation itself; -1 when it is not there
    ConversationId idAt(int row) const;          // empty for titles; a follow-up names its conversation
    const FollowUpOnScreen* followUpAt(int row) const;
    ConversationId after(const ConversationId& id, int step) const;   // wraps around; unread ones are not preferred

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        Section section = Section::Open;
        int count = 0;   // for titles
        std::optional<Conversation> conversation;
        std::optional<FollowUpOnScreen> followUp;   // neither: a title
        bool sameAs(const Row& other) const;
        bool operator==(const Row&) const = default;
    };
    using Sections = std::map<Section, std::vector<Row>>;
    std::vector<Row> wantedRows(const AgentId& me, const std::vector<Conversation>& looked) const;
    bool asksForMe(const Conversation& conversation, const AgentId& me) const;
    void addConversations(const AgentId& me, Sections& sections) const;
    void addFollowUps(const AgentId& me, Sections& sections) const;
    void bringTo(std::vector<Row> wanted);
    QString title(const Row& row) const;
    QString preview(const Row& row) const;
    QString age(const Row& row) const;
    bool isLate(const Row& row) const;
    QString spoken(const Row& row) const;
    QString toolTip(const Row& row) const;
    QVariant followUpData(const Row& row, int role) const;

    const ConsoleModel& m_console;
    std::function<Instant()> m_now;
    std::vector<Row> m_rows;
    std::set<ConversationId> m_unread;
    bool m_laterShown = false;
};

}
