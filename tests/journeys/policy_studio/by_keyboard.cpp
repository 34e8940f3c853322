#include "tests/journeys/policy_studio/by_keyboard.h"

#include "tests/journeys/support/hand.h"

#include <QLineEdit>
#include <QMenu>

namespace signalbox::test {

using namespace Qt::StringLiterals;

void writePolicyByKeys(const Hand& hand)
{
    const auto pickAttribute = [&](const QString& name) {
        hand.see<QLineEdit>(u"attributeSearch"_s);
        hand.type(name);
        hand.press(Qt::Key_Return);
    };
    hand.tabTo(u"policyRows"_s);
    hand.press(Qt::CTRL | Qt::Key_N);
    hand.type(u"Leaving us"_s);
    hand.tabTo(u"addCondition"_s);
    hand.press(Qt::Key_Space);
    pickAttribute(u"message.text"_s);
    hand.press(Qt::SHIFT | Qt::Key_Tab);   // from the value back to the operator
    hand.press(Qt::Key_Space);
    hand.type(u"contains"_s);
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Tab);
    hand.type(u"cancel my contract"_s);
    hand.press(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    pickAttribute(u"visitor.language"_s);
    hand.type(u"fr"_s);
    hand.press(Qt::CTRL | Qt::Key_Slash);   // anything but
    hand.tabTo(u"addAction"_s);
    hand.press(Qt::Key_Space);
    hand.see<QMenu>(u"actionMenu"_s);
    hand.press(Qt::Key_Down, 3);   // past both ways of leaving it with the AI
    hand.press(Qt::Key_Return);
    hand.tabTo(u"policyRows"_s);
    hand.press(Qt::Key_Space);            // on
    hand.press(Qt::ALT | Qt::Key_Home);   // to the top
}

}
