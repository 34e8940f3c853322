#pragma once

#include "model/journal/events.h"
#include "model/storage/statement.h"

namespace signalbox::storage {

// Writes what becomes of alerts, and what people say of them. Throws Refusal or soci::soci_error.
class AlertProjector {
public:
    explicit AlertProjector(soci::session& session) : m_session(session) { }

    void project(const AlertRaised& raised, const Event& event);
    void project(const AlertAcknowledged& acknowledged, const Event& event);
    void project(const AlertSnoozed& snoozed, const Event& event);
    void project(const AlertHandedOn& handedOn, const Event& event);
    void project(const AlertEnded& ended, const Event& event);
    void project(const AlertDelivered& delivered, const Event& event);
    void project(const LabelGiven& given, const Event& event);

private:
    soci::session& m_session;
};

}
