#include "app/router/contact_keys.h"

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox {
namespace {

constexpr std::size_t mostEmailBytes = 254;   // RFC 5321 4.5.3.1.3, without its brackets
constexpr std::size_t leastDigits = 7;
constexpr std::size_t mostDigits = 15;        // ITU-T E.164

constexpr std::array proving{std::pair{std::string_view("visitor.email"), ContactProof::Kind::Email},
                             std::pair{std::string_view("crm.contact_email"), ContactProof::Kind::Email},
                             std::pair{std::string_view("visitor.phone"), ContactProof::Kind::Phone},
                             std::pair{std::string_view("crm.phone"), ContactProof::Kind::Phone}};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    const auto last = text.find_last_not_of(" \t\r\n");
    return first == text.npos ? std::string_view() : text.substr(first, last - first + 1);
}

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

}

std::optional<std::string> emailIn(std::string_view text)
{
    const std::string_view address = trimmed(text);
    const auto at = address.rfind('@');
    const bool parts = at != address.npos && at > 0 && at + 1 < address.size();
    const bool bounded = address.size() <= mostEmailBytes;
    const bool spaced = std::ranges::any_of(address, [](unsigned char letter) { return letter <= ' ' || letter == 0x7F; });
    if (!parts || !bounded || spaced || address.substr(at).find('.') == address.npos)
        return std::nullopt;
    std::string lower(address);
    std::ranges::transform(lower, lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    });
    return lower;
}

std::optional<std::string> phoneIn(std::string_view text)
{
    const std::string_view said = trimmed(text);
    std::string number = said.starts_with('+') ? "+" : "";
    const std::size_t prefix = number.size();
    for (const char letter : said.substr(prefix)) {
        if (isDigit(letter))
            number += letter;
        else if (std::string_view(" \t-./()").find(letter) == std::string_view::npos)
            return std::nullopt;
    }
    const std::size_t digits = number.size() - prefix;
    return digits >= leastDigits && digits <= mostDigits ? std::optional(std::move(number)) : std::nullopt;
}

std::string ContactProof::key() const { return (kind == Kind::Email ? "email:" : "phone:") + value; }
std::string ContactProof::because() const { return (kind == Kind::Email ? "e-mail " : "phone ") + value; }

std::vector<ContactProof> proofsIn(const std::vector<ContextChange>& changes)
{
    std::vector<ContactProof> proofs;
    for (const ContextChange& change : changes) {
        const auto known
            = std::ranges::find(proving, std::string_view(change.attribute), [](const auto& entry) { return entry.first; });
        const auto* text = change.value ? std::get_if<std::string>(&*change.value) : nullptr;
        if (known == proving.end() || !text)
            continue;
        const auto value = known->second == ContactProof::Kind::Email ? emailIn(*text) : phoneIn(*text);
        if (!value)
            continue;
        ContactProof proof{known->second, *value};
        if (std::ranges::find(proofs, proof) == proofs.end())
            proofs.push_back(std::move(proof));
    }
    return proofs;
}

bool addProof(Contact& contact, const ContactProof& proof)
{
    auto& values = proof.kind == ContactProof::Kind::Email ? contact.emails : contact.phones;
    if (std::ranges::find(values, proof.value) != values.end())
        return false;
    values.push_back(proof.value);
    return true;
}

std::vector<ContactProof> proofsOf(const Contact& contact)
{
    std::vector<ContactProof> proofs;
    for (const std::string& email : contact.emails)
        proofs.push_back({ContactProof::Kind::Email, email});
    for (const std::string& phone : contact.phones)
        proofs.push_back({ContactProof::Kind::Phone, phone});
    return proofs;
}

}
