#include "app/router/contacts.h"

#include "app/router/contact_keys.h"
#include "app/router/opening.h"
#include "model/storage/contact_store.h"

#include <algorithm>

namespace signalbox {
namespace {

bool isLower(const ContactId& left, const ContactId& right)
{
    return left.value.size() != right.value.size() ? left.value.size() < right.value.size() : left.value < right.value;
}

bool saysWhoTheyAre(const ContextChange& change)
{
    return change.attribute == "visitor.name" || change.attribute == "visitor.company";
}

// One visitor and what they proved.
class Linking {
public:
    Linking(Work& work, const Conversation& row) : m_work(work), m_visitor(row.visitor), m_row(row) { }

    void link(const std::vector<ContactProof>& proofs)
    {
        m_contact = read(m_work.contacts.ofVisitor(m_work.stores.contacts, m_visitor));
        bool news = false;
        for (const ContactProof& proof : proofs)
            news = take(proof) || news;
        if (!m_contact)
            return;
        news = nameThem() || news;
        if (news)
            tell(m_visitor, m_because);
    }

private:
    // What the store says; when it cannot be read the batch is not committed, so any value will do.
    template <class T>
    T read(Result<T> result)
    {
        if (!result) {
            m_work.fault = result.error();
            return T{};
        }
        return std::move(*result);
    }

    bool take(const ContactProof& proof)
    {
        const std::optional<Contact> proved = read(m_work.contacts.byKey(m_work.stores.contacts, proof.key()));
        const bool known = proved && m_contact && proved->id == m_contact->id;
        if (known || (proved && !mayBeOne(*proved)))
            return false;
        if (!proved && !m_contact) {
            m_contact.emplace();
            m_contact->id = read(m_work.contacts.nextId(m_work.stores.contacts));
        } else if (proved && m_contact) {
            merge(*proved, proof.because());
        } else if (proved) {
            m_contact = *proved;
        }
        addProof(*m_contact, proof);
        m_because = proof.because();
        return true;
    }

    // Whether nobody said that a visitor of one of them is not the other.
    bool mayBeOne(const Contact& proved)
    {
        if (apart(m_visitor, proved.id))
            return false;
        if (!m_contact)
            return true;
        for (const VisitorId& visitor : visitorsOf(*m_contact))
            if (apart(visitor, proved.id))
                return false;
        for (const VisitorId& visitor : visitorsOf(proved))
            if (apart(visitor, m_contact->id))
                return false;
        return true;
    }

    void merge(const Contact& other, const std::string& because)
    {
        const bool otherStays = isLower(other.id, m_contact->id);
        Contact stays = otherStays ? other : *m_contact;
        const Contact& goes = otherStays ? *m_contact : other;
        for (const ContactProof& proof : proofsOf(goes))
            addProof(stays, proof);
        if (stays.name.empty())
            stays.name = goes.name;
        if (stays.company.empty())
            stays.company = goes.company;
        const ContactId gone = goes.id;
        const std::vector<VisitorId> moving = visitorsOf(goes);
        m_contact = std::move(stays);
        for (const VisitorId& visitor : moving)
            if (visitor != m_visitor)
                tell(visitor, because);
        m_work.contacts.merged(gone, m_contact->id);
    }

    // The newest name a person gave; a made-up one is none.
    bool nameThem()
    {
        const bool named = m_row.visitorName != madeUpName(m_visitor) && m_contact->name != m_row.visitorName;
        const bool company = !m_row.company.empty() && m_contact->company != m_row.company;
        if (named)
            m_contact->name = m_row.visitorName;
        if (company)
            m_contact->company = m_row.company;
        return named || company;
    }

    void tell(const VisitorId& visitor, const std::string& because)
    {
        m_work.emit(VisitorLinked{visitor, *m_contact, because}, m_work.momentFor(m_row));
    }

    std::vector<VisitorId> visitorsOf(const Contact& contact)
    {
        return read(m_work.contacts.visitors(m_work.stores.contacts, contact.id));
    }
    bool apart(const VisitorId& visitor, const ContactId& contact)
    {
        return read(m_work.contacts.keptApart(m_work.stores.contacts, visitor, contact));
    }

    Work& m_work;
    const VisitorId m_visitor;
    const Conversation m_row;
    std::optional<Contact> m_contact;
    std::string m_because;
};

}

void linkProvedVisitors(Work& work, std::size_t firstEvent)
{
    const std::size_t end = work.events.size();
    for (std::size_t i = firstEvent; i < end; ++i) {
        const auto* changed = std::get_if<ContextChanged>(&work.events[i].payload);
        if (!changed)
            continue;
        const std::vector<ContactProof> proofs = proofsIn(changed->changes);
        const bool matters = !proofs.empty() || std::ranges::any_of(changed->changes, saysWhoTheyAre);
        const ConversationState* state = matters ? work.floor.find(changed->conversation) : nullptr;
        if (state && state->row.origin != Origin::Practice)
            Linking(work, state->row).link(proofs);
    }
}

}
