#pragma once

#include "app/console/desktop_notifier.h"
#include "model/domain/change_set.h"
#include "model/domain/instant.h"

#include <functional>
#include <map>

namespace signalbox {

class ConsoleModel;
class UiState;

// What the person at this desk is told of while they look elsewhere: offers to them, their alerts, follow-ups that are
// due, and notes that call them. Quiet while a window of the program has the focus.
class Notifications : public QObject {
    Q_OBJECT

public:
    struct Surroundings {
        ConsoleModel& model;
        UiState& state;                            // whether this seat wants it
        std::function<bool()> isLookedAt;          // a window of the program has the focus
        std::function<void(bool sound)> attract;   // where the desktop shows no notices
        std::function<Instant()> now;
    };

    Notifications(const Surroundings& around, const QDBusConnection& bus, QObject* parent = nullptr);

Q_SIGNALS:
    void acceptWanted(const signalbox::Offer& offer);
    void declineWanted(const signalbox::Offer& offer);
    void openWanted(const signalbox::ConversationId& conversation);

private:
    void follow(const ChangeSet& changes);
    void offerMade(const Offer& offer);
    void alertChanged(const Alert& alert);
    void tellOf(const Alert& alert);
    void followUpDue(const FollowUpOnScreen& followUp);
    void mentioned(const ConversationId& conversation, const Message& note);
    void tell(DesktopNotice notice, const ConversationId& conversation);
    void chosen(const QString& key, const QString& action);

    Surroundings m_around;
    DesktopNotifier m_notifier;
    bool m_begun = false;                        // the first change set is what was there already
    std::map<QString, ConversationId> m_about;   // what a notice is about
    // Whom it was when they were told of an alert. Again when it was passed on, or when a snooze ends.
    std::map<std::int64_t, AgentId> m_toldOf;
};

}
