#pragma once

#include "model/journal/events.h"
#include "model/storage/statement.h"

#include <memory>
#include <stdexcept>

namespace signalbox::storage {

// An event that does not fit what happened before it; the words are for a person.
class Refusal : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// The number behind a conversation's id. Throws Refusal when it is not one.
Integer numberOf(const ConversationId& id);
Integer numberOf(const ContactId& id);

// Writes one event into every projection that shows it, within the caller's transaction. Throws Refusal or
// soci::soci_error; then the transaction is rolled back and the projector thrown away.
class Projector {
public:
    explicit Projector(soci::session& session);
    ~Projector();
    void project(const Event& event);

private:
    struct Statements;
    std::unique_ptr<Statements> m_statements;
};

}
