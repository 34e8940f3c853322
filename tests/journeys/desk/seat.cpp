#include "tests/journeys/desk/seat.h"

#include "ui/shared/elided_label.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QStringList rowsOf(const QAbstractItemView& list)
{
    QStringList rows;
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QModelIndex index = list.model()->index(row, 0);
        rows << index.data(Qt::AccessibleTextRole).toString() + u' ' + index.data().toString();
    }
    return rows;
}

}

void Seat::goToLive() const { pressKeyOf(u"showLive"_s); }
void Seat::goToMyWork() const { pressKeyOf(u"showWork"_s); }

void Seat::acceptOffer() const
{
    see<QWidget>(u"acceptOffer"_s);
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_A);
    until([&] { return !sees(u"acceptOffer"_s) && sees(u"messageText"_s); }, u"the offer to be accepted"_s);
}

void Seat::say(const QString& words) const
{
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    until([&] { return see<QPlainTextEdit>(u"messageText"_s)->hasFocus(); }, u"the keyboard in the composer"_s);
    type(words);
    press(Qt::CTRL | Qt::Key_Return);
    until([&] { return see<QPlainTextEdit>(u"messageText"_s)->toPlainText().isEmpty(); }, u"an empty composer"_s);
}

void Seat::open(const QString& visitor) const
{
    press(Qt::CTRL | Qt::Key_K);
    see<QWidget>(u"paletteWords"_s);
    type(visitor);
    auto* const found = see<QAbstractItemView>(u"paletteResults"_s);
    until(
        [&] {
            return found->currentIndex().isValid() && found->currentIndex().data().toString().contains(visitor);
        },
        visitor + u" in the palette"_s);
    press(Qt::Key_Return);
    until([&] { return shown() == visitor; }, u"the conversation with "_s + visitor);
}

void Seat::pressIn(const QString& dialog, QKeyCombination keys) const
{
    see<QWidget>(dialog);
    press(keys);
    until([&] { return !sees(dialog); }, u"the end of "_s + dialog);
}

QString Seat::shown() const { return sees(u"visitorName"_s) ? see<ElidedLabel>(u"visitorName"_s)->text() : QString(); }

QStringList Seat::workList() const { return rowsOf(*see<QAbstractItemView>(u"workList"_s)); }
QStringList Seat::transcript() const { return rowsOf(*see<QAbstractItemView>(u"transcript"_s)); }

void Seat::expectIn(QStringList (Seat::*list)() const, const QString& words) const
{
    until([&] { return (this->*list)().join(u'\n').contains(words); }, words + u" among: "_s + (this->*list)().join(u'\n'));
}

}
