#pragma once

#include "tests/support/open_window.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>

namespace signalbox::test {

inline Alert anAlert(std::int64_t number, const std::string& conversation, const std::string& owner,
                     std::chrono::seconds before = std::chrono::seconds{90})
{
    Alert made;
    made.number = number;
    made.trigger = {"hot"};
    made.conversation = {conversation};
    made.text = "Hot lead waits: conversation #" + conversation + ".";
    made.at = testNow() - before;
    made.owner = {owner};
    made.ownerReason = owner.empty() ? "" : owner == "ines" ? "leads Fleet" : "has the conversation";
    made.tier = {"P1"};
    return made;
}

// The window with a floor, and alerts of every kind: three for Ines, who sits here, and two for others.
struct OpenAlerts : OpenWindow {
    explicit OpenAlerts(Role role = Role::Supervisor) : OpenWindow(role)
    {
        Alert escalated = anAlert(14, "4803", "ines", std::chrono::seconds{400});
        escalated.escalated = true;
        escalated.ownerReason = "nobody acknowledged it in time; leads Fleet";
        Alert snoozed = anAlert(11, "4801", "hugo", std::chrono::seconds{1000});
        snoozed.snoozedUntil = testNow() + std::chrono::minutes{30};
        snoozed.tier = {"P2"};
        snoozed.tierRank = 1;
        Alert quiet = anAlert(16, "4805", "ines", std::chrono::seconds{20});
        quiet.heldBack = HeldBack::Quiet;
        tell({escalated, snoozed, quiet, anAlert(15, "4802", "ines"), anAlert(12, "4804", "hugo")});
    }

    void tell(std::vector<Alert> alerts)
    {
        for (const Alert& known : std::vector<Alert>(model.alerts()))
            if (alerts.size() > 1) {   // those of the floor go
                alerts.push_back(known);
                alerts.back().endedAt = testNow();
            }
        ChangeSet changes;
        changes.alerts = std::move(alerts);
        Q_EMIT port.changed(changes);
    }
    void change(std::int64_t number, const std::function<void(Alert&)>& edit)
    {
        Alert changed = *std::ranges::find(model.alerts(), number, &Alert::number);
        edit(changed);
        ChangeSet changes;
        changes.alerts = {changed};
        Q_EMIT port.changed(changes);
    }
    QListView* list() { return find<QListView>("alertsList"); }
    QWidget* centre() { return find<QWidget>("alertCentre"); }
    QString said(int row) { return list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    void press(Qt::Key key) { QTest::keyClick(list(), key); }
    void click(const char* button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void openByBell()
    {
        QTest::mouseClick(find<QWidget>("bell"), Qt::LeftButton);
        QVERIFY(QTest::qWaitForWindowActive(centre()));
    }
};

}
