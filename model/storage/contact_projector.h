#pragma once

#include "model/journal/events.h"
#include "model/storage/statement.h"

namespace signalbox::storage {

// Writes who visitors turned out to be, and removes what is to be forgotten. Throws Refusal or soci::soci_error.
class ContactProjector {
public:
    explicit ContactProjector(soci::session& session) : m_session(session) { }

    void project(const VisitorLinked& linked, const Event& event);
    void project(const VisitorUnlinked& unlinked, const Event& event);
    void project(const ContactErased& erased, const Event& event);

private:
    void keepNumber(Integer contact);
    Integer contactOf(const VisitorId& visitor);   // 0: none
    void mergeWhenLeft(Integer gone, Integer into);
    void forgetLinks(const ContactId& contact);
    void setKeys(Integer contact, std::string_view kind, const std::vector<std::string>& values);

    soci::session& m_session;
};

}
