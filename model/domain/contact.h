#pragma once

#include "model/domain/conversation.h"

#include <string>
#include <vector>

namespace signalbox {

// A person known by e-mail or phone: one over all the visitors who proved to be them.
struct Contact {
    ContactId id;
    std::string name;
    std::string company;
    std::vector<std::string> emails;   // in lower case
    std::vector<std::string> phones;   // digits, with a leading + where it was given

    bool operator==(const Contact&) const = default;
};

// One visitor of a channel who is this contact, and what proved it.
struct LinkedVisitor {
    VisitorId visitor;
    std::string name;
    std::string because;   // "e-mail amelia@example.com"
    Instant at{};

    bool operator==(const LinkedVisitor&) const = default;
};

// A contact as the list of contacts shows them.
struct ContactRow {
    Contact contact;
    std::int64_t conversations = 0;
    std::vector<Channel> channels;
    Instant lastMessageAt{};

    bool operator==(const ContactRow&) const = default;
};

struct ContactDetail {
    Contact contact;
    std::vector<LinkedVisitor> visitors;
    std::vector<Conversation> conversations;   // newest first, at most 200
};

}
