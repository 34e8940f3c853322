#pragma once

#include "model/domain/contact.h"
#include "model/domain/context.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// What proves who a visitor is, in the one form in which it is compared. None when the text is no such thing.
std::optional<std::string> emailIn(std::string_view text);   // in lower case, without the spaces around it
std::optional<std::string> phoneIn(std::string_view text);   // at least seven digits, a leading + where it was given

struct ContactProof {
    enum class Kind { Email, Phone };
    Kind kind = Kind::Email;
    std::string value;

    std::string key() const;       // "email:amelia@example.com", as the store knows it
    std::string because() const;   // "e-mail amelia@example.com"
    bool operator==(const ContactProof&) const = default;
};

// The proofs among these changes, each once.
std::vector<ContactProof> proofsIn(const std::vector<ContextChange>& changes);

// Adds the proof to what the contact is known by; false when it was there.
bool addProof(Contact& contact, const ContactProof& proof);
std::vector<ContactProof> proofsOf(const Contact& contact);

}
