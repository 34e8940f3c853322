#include "tests/support/ui_test.h"
#include "tests/ui/conversation/desk_data.h"
#include "ui/conversation/conversation_page.h"
#include "ui/conversation/handoff_card.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/scroll_column.h"

#include <QLabel>
#include <QScrollBar>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

ConversationDetail aWordyDetail()
{
    ConversationDetail detail = aDetail();
    detail.decision->qualification.push_back(
        {CriterionId{"size"}, "Fleet size", CriterionState::Unknown, true, "",
         "How many vehicles do you run today, and how many of them would you want to replace in the first year?"});
    detail.decision->qualification.push_back(
        {CriterionId{"when"}, "When it has to be live", CriterionState::Met, false,
         "“Before our contract ends, so 1 September, and not a day later than that”", ""});
    detail.context.apply({"page.title", Value{std::string("Cargo bikes for fleets: prices, service and delivery times")}, "widget", std::nullopt}, testNow());
    return detail;
}

// What the card shows too low for its words; empty when everything has its room.
QStringList squeezed(const QWidget& card)
{
    QStringList found;
    for (const QLabel* label : card.findChildren<QLabel*>()) {
        if (!label->isVisible())
            continue;
        const int wanted = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() < wanted)
            found << u"%1 of %2: %3"_s.arg(label->height()).arg(wanted).arg(label->text());
    }
    for (const ElidedLabel* label : card.findChildren<ElidedLabel*>())
        if (label->isVisible() && label->height() < label->sizeHint().height())
            found << label->accessibleName();
    return found;
}

void keepPicture(QWidget& page)
{
    if (const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS"); !folder.isEmpty())
        page.grab().save(folder + u"/card-%1.png"_s.arg(QString::fromUtf8(QTest::currentDataTag()).remove(u' ')));
}

}

class HandoffCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scrollsAndNeverSqueezes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addRow("1280x800") << QSize(1208, 732) << 1.0;
        QTest::addRow("1440x900") << QSize(1368, 832) << 1.0;
        QTest::addRow("1920x1080") << QSize(1848, 1012) << 1.0;
        QTest::addRow("1920x1080 at 150 percent") << QSize(1848, 1012) << 1.5;
        QTest::addRow("short") << QSize(1208, 500) << 1.0;
    }

    void scrollsAndNeverSqueezes()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        PageFixture fixture;
        fixture.theme.setTextScale(scale);
        fixture.theme.applyTo(*qApp);
        ConversationPage page(fixture.context);
        page.resize(size);
        page.show();
        Q_EMIT fixture.port.changed(aDay());
        page.open(ConversationId{"4817"});
        Q_EMIT fixture.port.detailLoaded(aWordyDetail());
        QCoreApplication::processEvents();   // the splitter makes room for the card
        const auto* card = page.findChild<HandoffCard*>();
        QVERIFY(card->isVisible());
        keepPicture(page);
        QCOMPARE(squeezed(*card), QStringList());
        ChangeSet news;   // fills the card anew
        news.conversations = {aWordyDetail().conversation};
        Q_EMIT fixture.port.changed(news);
        QCOMPARE(squeezed(*card), QStringList());
        QCoreApplication::processEvents();
        QCOMPARE(squeezed(*card), QStringList());
        const auto* scroll = card->findChild<ScrollColumn*>();
        QCOMPARE(scroll->widget()->width(), scroll->viewport()->width());
        if (size.height() < 800)
            QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
    }
};

SIGNALBOX_UI_TEST(HandoffCardTest)

}

#include "tst_handoff_card.moc"
