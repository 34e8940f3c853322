#pragma once

#include "tests/support/studio_fixture.h"

#include <QLineEdit>
#include <QTest>

#include <memory>

namespace signalbox::test {

// A rulebook with something in each room.
inline Rulebook aRulebookWithEverything()
{
    Rulebook rulebook;
    rulebook.attributes["custom.plan"] = {ValueType::String, "", "plan"};
    rulebook.schedules = {{{"office"},
                           "Office hours",
                           "Europe/Berlin",
                           {{{0, 1, 2, 3, 4}, 9 * 60, 12 * 60 + 30}, {{0, 1, 2, 3, 4}, 13 * 60 + 30, 18 * 60}},
                           {"2026-12-25"}}};
    rulebook.signals = {{{"prices"},
                         "Looked at prices",
                         {Comparison{"page.path", Operator::Starts, Value(std::string("/pricing"))}},
                         25,
                         30,
                         Score::Intent}};
    rulebook.qualification = {{{"seats"},
                               "Enough seats",
                               {Comparison{"custom.seats", Operator::Ge, Value(20.0)}},
                               true,
                               "How many seats do you need?"}};
    Tier now{{"P1"},
             "Act now",
             {Comparison{"intent_score", Operator::Ge, Value(70.0)}},
             {{"whatsapp", {{"intent_score", 60}}}},
             seconds{60},
             seconds{300}};
    Tier soon{{"P2"}, "Soon", {Comparison{"intent_score", Operator::Ge, Value(40.0)}}, {}, seconds{300}, seconds{0}};
    rulebook.tiers = {now, soon};
    Policy policy;
    policy.id = {"enterprise"};
    policy.name = "Enterprise";
    policy.when = {Comparison{"custom.plan", Operator::Eq, Value(std::string("enterprise"))}};
    policy.actions = {TransferToQueue{{"east", ""}}, SetTier{{"P1"}}};
    rulebook.policies = {policy};
    rulebook.alerts = {{{"hot"},
                        "Hot lead waits",
                        {Comparison{"conversation.waiting_seconds", Operator::Gt, Value(60.0)}},
                        {"owner"},
                        seconds{600},
                        {}}};
    Queue east;
    east.id = {"east"};
    east.name = "Enterprise East";
    east.skills = {{{"enterprise"}, 3}};
    east.schedule = {"office"};
    east.fallback = {"everyone"};
    east.relax = {{seconds{60}, 2, {Requirement::Language}}};
    Queue everyone;
    everyone.id = {"everyone"};
    everyone.name = "Everyone";
    rulebook.queues = {everyone, east};
    return rulebook;
}

// A room of the studio on that rulebook, in an active window.
template <class Room>
struct InRoom : StudioFixture {
    InRoom()
    {
        begin(aRulebookWithEverything());
        before = studio.draft.document();
        page = std::make_unique<Room>(room);
        page->resize(1208, 732);
        page->show();
        page->activateWindow();
        ready = QTest::qWaitForWindowActive(page.get());
    }
    template <class Widget>
    Widget* find(const QString& name) const
    {
        return page->template findChild<Widget*>(name);
    }
    void type(const QString& field, const QString& words) const
    {
        auto* const edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, words);
    }
    // Everything undone is the document as it was, byte for byte.
    bool undoesAll()
    {
        while (studio.draft.undoStack().canUndo())
            studio.draft.undoStack().undo();
        return studio.draft.document() == before;
    }
    const Rulebook& rulebook() const { return studio.draft.rulebook(); }

    std::string before;
    std::unique_ptr<Room> page;
    bool ready = false;
};

}
