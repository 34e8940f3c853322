#include "tests/support/believable_floor.h"

#include "tests/support/builders.h"

using namespace std::chrono_literals;

namespace signalbox::test {

namespace {

constexpr const char* rules = R"({ "rulebook": 1,
  "attributes": { "crm.company_size": {"type": "number"}, "crm.deal_size": {"type": "number", "unit": "EUR"},
                  "page.path": {"type": "string"}, "ai.intent": {"type": "string"}, "message.text": {"type": "string"} },
  "signals": [ {"id": "pricing", "name": "Looked at prices", "when": {"attr": "page.path", "op": "starts", "value": "/pricing"},
                "weight": 25, "half_life_minutes": 30} ],
  "tiers": [
    {"id": "P1", "name": "Act now", "when": {"attr": "intent_score", "op": "ge", "value": 70}, "response_target_seconds": 60},
    {"id": "P2", "name": "Soon", "when": {"attr": "intent_score", "op": "ge", "value": 40}, "response_target_seconds": 300},
    {"id": "P3", "name": "Normal", "when": {"attr": "intent_score", "op": "ge", "value": 10}, "response_target_seconds": 1800},
    {"id": "P4", "name": "Later", "when": {"all": []}, "response_target_seconds": 14400} ],
  "policies": [
    {"id": "angry", "name": "Legal threat or very angry", "priority": 10, "when": {"attr": "message.text", "op": "contains", "value": "lawyer"},
     "actions": [ {"type": "transfer_to_queue", "queue": "lead"}, {"type": "set_tier", "tier": "P1"} ]},
    {"id": "fleet", "name": "Fleet pricing", "priority": 20,
     "when": {"all": [ {"attr": "crm.company_size", "op": "ge", "value": 200}, {"attr": "ai.intent", "op": "in", "value": ["Fleet pricing", "Book a demo"]},
                       {"any": [ {"attr": "crm.deal_size", "op": "ge", "value": 25000}, {"attr": "page.path", "op": "starts", "value": "/pricing"} ]} ]},
     "actions": [ {"type": "set_tier", "tier": "P1"}, {"type": "transfer_to_queue", "queue": "fleet"} ]},
    {"id": "deal", "name": "Open deal", "priority": 30, "when": {"attr": "crm.deal_size", "op": "exists"},
     "actions": [ {"type": "transfer_to_queue", "queue": "sales"} ]},
    {"id": "refund", "name": "Refund", "enabled": false, "priority": 40, "when": {"attr": "ai.intent", "op": "eq", "value": "Refund"},
     "actions": [ {"type": "transfer_to_queue", "queue": "billing"} ]},
    {"id": "rest", "name": "Everything else", "priority": 50, "when": {"all": []}, "actions": [ {"type": "answer_with_ai", "fallback_queue": "support"} ]} ],
  "alerts": [ {"id": "hot", "name": "Hot lead waits", "when": {"attr": "intent_score", "op": "ge", "value": 80}, "notify": ["owner"]} ],
  "queues": [ {"id": "fleet", "name": "Fleet sales"}, {"id": "sales", "name": "Sales"}, {"id": "support", "name": "Support"},
              {"id": "workshop", "name": "Workshop"}, {"id": "billing", "name": "Billing"}, {"id": "lead", "name": "Supervisors"} ] })";

struct Person {
    const char* name;
    const char* company;
    const char* intent;
    double worth;
};

constexpr Person people[] = {{"Chiara Bellandi", "Vallinera Trasporti", "Fleet pricing", 61500},
                             {"Amara Okonjo", "Brightmoor Logistics", "Fleet pricing", 42000},
                             {"Grant Whitfield", "Pemberly Foods", "Legal threat", 18600},
                             {"Visitor 8F21", "", "Security review", 0},
                             {"Dana Levin", "Orchard & Pine", "CRM integration", 12400},
                             {"Sara Ahmadou", "Kestrel Cold Chain", "Book a demo", 19200},
                             {"Jörg Möller", "Möller Fördertechnik", "Book a demo", 24000},
                             {"Oliver Stanmore", "Stanmore Removals", "Wants to cancel", 7900},
                             {"Noor van Dam", "Polderline", "Ready to buy", 9600},
                             {"Paulina Zielony", "Trzy Rzeki Spedycja", "Fleet pricing", 28000},
                             {"Ricardo Pinheira", "Casa Pinheira", "Delivery status", 860},
                             {"Aiko Morisato", "Morisato Lines", "Battery range", 8800},
                             {"Hannah Brandl", "Lindenhof Pharma", "Bike does not charge", 5400},
                             {"Samuel Adeyinka", "Eko Fleet Hire", "Bike does not charge", 4700},
                             {"Emma Sørby", "Nordhavn Frakt", "Invoice overdue", 3150},
                             {"Matthew Crane", "Crane Bros Haulage", "Refund", 640},
                             {"Ivana Horvatin", "Jadran Cargo", "Change of address", 1200},
                             {"Lucie Fontanel", "Atelier Fontanel", "Delivery status", 310}};

Conversation waitingOne(int at)
{
    const Person& person = people[at];
    const int tier = at < 4 ? 0 : at < 10 ? 1 : 2;
    const seconds target = tier == 0 ? 60s : tier == 1 ? 300s : 1800s;
    constexpr seconds waits[]
        = {74s, 48s, 21s, 9s, 238s, 185s, 151s, 107s, 52s, 34s, 252s, 199s, 160s, 142s, 116s, 91s, 68s, 43s};
    constexpr const char* queues[] = {"fleet", "sales", "support", "workshop", "billing", "lead"};
    ConversationBuilder made = aConversation(std::to_string(4800 + at));
    made.from(person.name, person.company)
        .about(person.intent)
        .tier(tier)
        .waiting(queues[(at * 5 + at / 4) % 6], waits[at], target);
    made.on(at % 5 == 0 ? Channel::WhatsApp : at % 7 == 4 ? Channel::Api : Channel::Website);
    if (person.worth > 0)
        made.worth(person.worth);
    constexpr const char* owners[] = {"leila", "tomas", "hugo", "priya", "ben", "rosa"};
    if (at % 3 == 1)
        made.ownedBy(owners[(at / 3) % 6], queues[at % 6]);
    if (at == 2 || at == 3 || at == 9)
        made.offeredTo(at == 2 ? "ines" : at == 3 ? "sofie" : "leila");
    if (at == 12 || at == 15)
        made.origin(Origin::Practice);
    return made.build();
}

std::vector<AgentOnScreen> team()
{
    return {anAgent("ines", "Ines Carvalhal", "Leads", Presence::Online, 0, 3, Role::Supervisor),
            anAgent("leila", "Leila Haddar", "Fleet sales", Presence::Online, 3, 5),
            anAgent("tomas", "Tomas Wronski", "Fleet sales", Presence::Online, 5, 5),
            anAgent("sofie", "Sofie Lindqvist", "Fleet sales", Presence::Online, 2, 5),
            anAgent("hugo", "Hugo Renardin", "Sales", Presence::Online, 4, 5),
            anAgent("mark", "Mark Ashdowne", "Sales", Presence::Online, 1, 4, Role::Lead),
            anAgent("daniel", "Daniel Oseiwa", "Sales", Presence::Away, 0, 5),
            anAgent("priya", "Priya Nairan", "Support", Presence::Online, 5, 6),
            anAgent("ben", "Ben Achterhof", "Support", Presence::Online, 3, 6),
            anAgent("yuki", "Yuki Tanabata", "Support", Presence::OnBreak, 0, 5),
            anAgent("rosa", "Rosa Delgadillo", "Billing", Presence::Online, 2, 5),
            anAgent("emil", "Emil Novotny", "Billing", Presence::Offline, 0, 5)};
}

}

ChangeSet believableFloor()
{
    ChangeSet all;
    all.rulebook = RulebookOnScreen{41, rules, "Fleet pricing first", "Ines Carvalhal", testNow() - 2h};
    all.agents = team();
    for (int i = 0; i < int(std::size(people)); ++i)
        all.conversations.push_back(waitingOne(i));
    for (int i = 0; i < 16; ++i)
        all.conversations.push_back(aConversation(std::to_string(4900 + i))
                                        .about("Product question")
                                        .tier(3)
                                        .withAi()
                                        .said("How far does it go on one charge?", i % 3 ? Author::Ai : Author::Visitor)
                                        .build());
    all.offersMade = {anOffer("o1", "4802", "ines"), anOffer("o2", "4803", "sofie"), anOffer("o3", "4809", "leila")};
    all.alerts = {{4, AlertId{"hot"}, ConversationId{"4800"},
                   "Chiara Bellandi has waited 1:14. Nobody free in Fleet sales speaks Italian.", testNow() - 14s}};
    all.profile = CompanyProfile{"Tallowfield Bikes", "Cargo bikes for businesses.", {}};
    all.faq = std::vector<FaqEntry>{{FaqId{"range"}, "How far does it go?", "Up to 80 km on one charge.", {}}};
    all.website = WebsiteChannel{};
    all.practiceOn = false;
    all.messagesCommitted = 120;
    return all;
}

}
