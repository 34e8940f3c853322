#pragma once

#include "tests/ui/conversation/desk_data.h"
#include "ui/conversation/card_link.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/handoff_correction.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

inline ConversationDetail aDetailKnownWell()
{
    ConversationDetail detail = aDetail();
    detail.decision->qualification[1].evidence = "“I sign this one off myself”";
    detail.contact = Contact{ContactId{"c1"}, "Amelia Okafor", "Brightwater Logistics", {"a.okafor@brightwater.example"}, {"+441482000000"}};
    detail.conversation.intent = "Fleet pricing";
    detail.conversation.dealSize = 42000;
    detail.context.apply({"visitor.timezone", Value(std::string("Europe/London")), "widget", {}}, testNow());
    return detail;
}

// A card by itself, of a conversation that is known well.
struct OneCard : PageFixture {
    explicit OneCard(ConversationDetail known = aDetailKnownWell()) : detail(std::move(known))
    {
        Q_EMIT port.changed(aDay());
        card.resize(376, 1400);
        card.showDetail(detail);
        card.show();
        card.activateWindow();
        active = QTest::qWaitForWindowActive(&card);
        card.focusTarget()->setFocus();
    }
    template <class Widget>
    Widget* find(const char* name) const
    {
        return card.findChild<Widget*>(QLatin1String(name));
    }
    QStringList words() const
    {
        QStringList all;
        for (const QLabel* label : card.findChildren<QLabel*>())
            all << label->text();
        for (const CardLink* link : card.findChildren<CardLink*>())
            all << link->accessibleName();
        return all;
    }
    // All that is in sight, from the top to the bottom, and the messages that links lead to.
    QStringList picture()
    {
        QStringList all;
        for (QWidget* each : card.findChildren<QWidget*>()) {
            if (!each->isVisible())
                continue;
            all << QStringList{each->property("text").toString(), each->accessibleName(), each->toolTip()}.join(u'|');
            if (auto* link = qobject_cast<CardLink*>(each)) {
                QSignalSpy wanted(&card, &HandoffCard::messageWanted);
                link->click();
                if (!wanted.isEmpty())
                    all.back() += u" leads to "_s + wanted.front().front().toString();
            }
        }
        all.removeAll(u"||"_s);   // boxes
        return all;
    }
    QStringList tabStops() const
    {
        QStringList names;
        for (QWidget* each = card.focusTarget(); names.isEmpty() || each != card.focusTarget(); each = each->nextInFocusChain())
            if (each->focusPolicy() & Qt::TabFocus)
                names << each->objectName() + u' ' + each->accessibleName();
        return names;
    }
    void correct(const char* button, int choice, const QString& reason)
    {
        QTest::mouseClick(find<QToolButton>(button), Qt::LeftButton);
        auto* dialog = card.findChild<CorrectionDialog*>();
        if (choice >= 0)
            dialog->findChild<QComboBox*>(u"correctedValue"_s)->setCurrentIndex(choice);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"correctionReason"_s), reason);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"confirmMove"_s), Qt::LeftButton);
    }

    ConversationDetail detail;
    HandoffCard card{context};
    bool active = false;
};

}
