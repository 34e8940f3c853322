#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/first_run/first_run_dialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

class FirstRunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChoiceIsOneClick()
    {
        PageFixture fixture;
        FirstRunDialog dialog(fixture.theme, fixture.prompts);
        dialog.show();
        QSignalSpy sample(&dialog, &FirstRunDialog::sampleChosen);
        QSignalSpy empty(&dialog, &FirstRunDialog::emptyChosen);
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"chooseSample"_s), Qt::LeftButton);
        QCOMPARE(sample.size(), 1);
        QTest::keyClicks(dialog.findChild<QLineEdit*>(u"companyName"_s), u" Lastenwerk "_s);
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"chooseEmpty"_s), Qt::LeftButton);
        QCOMPARE(empty.size(), 1);
        QCOMPARE(empty.front().front().toString(), u"Lastenwerk"_s);
    }
};

SIGNALBOX_UI_TEST(FirstRunTest)

}

#include "tst_first_run.moc"
