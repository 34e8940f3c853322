#include "tests/support/ui_test.h"

#include <QtTest>

#include "tests/ui/policies/try_data.h"
#include "ui/policies/try/path_model.h"
#include "ui/policies/try/try_pane.h"
#include "ui/policies/try/value_text.h"
#include "ui/policies/try/values_model.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

struct Trying : StudioFixture {
    Trying()
    {
        begin(rulesToTry());
        pane.resize(380, 760);
        pane.show();
        ready = isReady(*this) && QTest::qWaitForWindowExposed(&pane);
    }
    void tryValues(const Values& values = valuesToTry()) { studio.selection.tryOut(u"Jörg Müller"_s, values); }

    template <class Widget>
    Widget* find(const QString& name) const
    {
        return pane.findChild<Widget*>(name);
    }
    QAbstractItemModel* path() const { return find<QListView>(u"tryPath"_s)->model(); }
    QString pathText(int row) const
    {
        const QModelIndex index = path()->index(row, 0);
        const QString marks = u"✓✕–·"_s;
        return u"%1 %2 %3: %4"_s.arg(marks[index.data(PathModel::MarkRole).toInt()])
            .arg(index.data(PathModel::NumberRole).toString(), index.data().toString(),
                 index.data(PathModel::DetailRole).toString());
    }
    QTableView* values() const { return find<QTableView>(u"tryValues"_s); }
    QModelIndex value(const char* attribute) const
    {
        return values()->model()->index(static_cast<ValuesModel*>(values()->model())->rowOf(attribute), 1);
    }
    // Types into a cell as a person does, and waits for the answer.
    void type(const char* attribute, const QString& text) const
    {
        values()->setCurrentIndex(value(attribute));
        values()->setFocus();
        QTest::keyClick(values(), Qt::Key_F2);
        const auto fields = values()->findChildren<QLineEdit*>(u"tryValue"_s);   // those before may not be gone yet
        QVERIFY(!fields.isEmpty());
        QLineEdit* const field = fields.back();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::processEvents();   // the table takes it over in its own time
    }
    QString outcome() const { return pane.findChild<QWidget*>(u"tryOutcome"_s)->parentWidget()->accessibleName(); }

    TryPane pane{room};
    bool ready = false;
};

}

class TryPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould()
    {
        Trying trying;
        QVERIFY(trying.ready);
        trying.studio.selection.choosePolicy(PolicyId{"enterprise"});
        trying.tryValues();
        QTRY_VERIFY(trying.find<QPushButton>(u"trySmallestChange"_s)->isVisible());
        trying.type("intent_score", u"70"_s);
        keepPictures(trying.pane, trying.theme, u"try"_s);
    }

    void saysWhatToDoBeforeAnythingIsTried()
    {
        Trying trying;
        QVERIFY(trying.ready);
        QVERIFY(!trying.find<QListView>(u"tryPath"_s)->isVisible());
        QVERIFY(!trying.find<QPushButton>(u"runTry"_s)->isEnabled());
    }

    void showsWhereItGoesAndTheWayThroughThePolicies()
    {
        Trying trying;
        QVERIFY(trying.ready);
        const QAbstractItemModelTester tester(trying.path(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        trying.studio.selection.choosePolicy(PolicyId{"enterprise"});
        trying.tryValues();
        QCOMPARE(trying.outcome(), u"P2 Sales EMEA, by 5 Ready to buy. Same as v41"_s);
        QCOMPARE(trying.path()->rowCount(), 6);
        QCOMPARE(trying.pathText(0), u"✕ 1 Legal threat: Intent demo, wanted legal"_s);
        QCOMPARE(trying.pathText(1), u"✕ 2 Enterprise pricing: Company size 480, wanted at least 500"_s);
        QCOMPARE(trying.pathText(2), u"✕ 3 Open deal: Account owner missing, wanted ines"_s);
        QCOMPARE(trying.pathText(3), u"– 4 Refund above €500: Off"_s);
        QCOMPARE(trying.pathText(4), u"✓ 5 Ready to buy: Intent score 61, wanted at least 55"_s);
        QCOMPARE(trying.pathText(5), u"· 6 Everything else: Not reached"_s);
        QVERIFY(trying.path()->index(1, 0).data(PathModel::ChosenRole).toBool());
    }

    void aChosenPolicyThatIsNotReachedSaysWhetherItWouldMatch()
    {
        Trying trying;
        QVERIFY(trying.ready);
        trying.tryValues();
        trying.studio.selection.choosePolicy(PolicyId{"rest"});
        QCOMPARE(trying.pathText(5), u"· 6 Everything else: Not reached; it would match too"_s);
    }

    void lightsUpTheConditionsOfTheStudio()
    {
        Trying trying;
        QVERIFY(trying.ready);
        trying.tryValues();
        QVERIFY(trying.studio.selection.sample());
        QCOMPARE(trying.studio.selection.sample()->name, u"Jörg Müller"_s);
        QCOMPARE(std::get<double>(trying.studio.selection.sample()->values.at("crm.company_size")), 480.0);
    }

    void aChangedValueIsDecidedAtOnceAndCanBeTakenBack()
    {
        Trying trying;
        QVERIFY(trying.ready);
        trying.tryValues();
        trying.type("crm.company_size", u"1,200"_s);
        QCOMPARE(trying.outcome(), u"P2 Enterprise EMEA, by 2 Enterprise pricing. Same as v41"_s);
        QVERIFY(trying.value("crm.company_size").data(ValuesModel::ChangedRole).toBool());
        QCOMPARE(trying.value("crm.company_size").data(ValuesModel::BeforeRole).toString(), u"480"_s);
        QCOMPARE(std::get<double>(trying.studio.selection.sample()->values.at("crm.company_size")), 1200.0);
        trying.values()->setCurrentIndex(trying.value("crm.company_size"));
        QTest::keyClick(trying.values(), Qt::Key_Backspace);
        QCOMPARE(trying.outcome(), u"P2 Sales EMEA, by 5 Ready to buy. Same as v41"_s);
        QTest::keyClick(trying.values(), Qt::Key_Delete);
        QCOMPARE(trying.value("crm.company_size").data().toString(), u"missing"_s);
        QTest::mouseClick(trying.find<QPushButton>(u"resetValues"_s), Qt::LeftButton);
        QCOMPARE(trying.value("crm.company_size").data().toString(), u"480"_s);
    }

    void saysWhatIsExpectedWhenAValueDoesNotFit()
    {
        Trying trying;
        QVERIFY(trying.ready);
        trying.tryValues();
        trying.type("crm.company_size", u"many"_s);
        QVERIFY(trying.find<QLabel>(u"valueTrouble"_s)->isVisible());
        QVERIFY(trying.find<QLabel>(u"valueTrouble"_s)->text().contains(u"number"_s));
        QCOMPARE(trying.value("crm.company_size").data().toString(), u"480"_s);
        trying.type("crm.company_size", u"490"_s);
        QVERIFY(!trying.find<QLabel>(u"valueTrouble"_s)->isVisible());
    }

    void followsTheDraftAndSaysWhatIsOtherThanLive()
    {
        Trying trying;
        QVERIFY(trying.ready);
        trying.tryValues();
        trying.studio.draft.setEnabled(4, false);
        QTRY_COMPARE(trying.outcome(),
                     u"P2 The AI, by 6 Everything else. v41 decides otherwise: P2 Sales EMEA, by 5 Ready to buy"_s);
        trying.studio.draft.undoStack().undo();
        QTRY_COMPARE(trying.outcome(), u"P2 Sales EMEA, by 5 Ready to buy. Same as v41"_s);
    }

    void findsTheSmallestChangeAndTriesIt()
    {
        Trying trying;
        QVERIFY(trying.ready);
        trying.studio.selection.choosePolicy(PolicyId{"enterprise"});
        trying.tryValues();
        auto* const change = trying.find<QLabel>(u"smallestChange"_s);
        QTRY_COMPARE(change->text(), u"Company size 500 instead of 480."_s);
        auto* const tryIt = trying.find<QPushButton>(u"trySmallestChange"_s);
        QCOMPARE(tryIt->text(), u"Try with 500"_s);
        QTRY_VERIFY(tryIt->isEnabled());
        QTest::mouseClick(tryIt, Qt::LeftButton);
        QCOMPARE(trying.outcome(), u"P2 Enterprise EMEA, by 2 Enterprise pricing. Same as v41"_s);
        QVERIFY(!change->isVisible());
    }

    void findsAConversationByWordsAndTriesIt()
    {
        Trying trying;
        QVERIFY(trying.ready);
        QTest::mouseClick(trying.find<QPushButton>(u"trySample"_s), Qt::LeftButton);
        auto* const words = trying.find<QLineEdit>(u"sampleWords"_s);
        QVERIFY(words && words->isVisible());
        QTest::keyClicks(words, u"4809"_s);
        QTRY_COMPARE(QString::fromStdString(trying.analysis.asked.back().document), u"4809"_s);
        Q_EMIT trying.analysis.samplesFound(trying.analysis.last(u"samples"_s), {aPastSample()});
        QCOMPARE(trying.find<QListWidget>(u"sampleList"_s)->item(0)->text(), u"Jörg Müller, #4809, today 10:40"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(!words->isVisible());
        QCOMPARE(trying.find<QPushButton>(u"trySample"_s)->text(), u"Jörg Müller, #4809, today 10:40"_s);
        QVERIFY(trying.outcome().contains(u"by 6 Everything else"_s));   // no signal counts: the score is 0
    }

    void saysWhenNoConversationFits()
    {
        Trying trying;
        QVERIFY(trying.ready);
        QTest::mouseClick(trying.find<QPushButton>(u"trySample"_s), Qt::LeftButton);
        Q_EMIT trying.analysis.samplesFound(trying.analysis.last(u"samples"_s), {});
        QCOMPARE(trying.find<QLabel>(u"sampleNote"_s)->text(), u"No conversation has been decided yet."_s);
    }

    void takesPastedJsonAndSaysWhatIsWrongWithIt()
    {
        Trying trying;
        QVERIFY(trying.ready);
        QTest::mouseClick(trying.find<QPushButton>(u"tryPaste"_s), Qt::LeftButton);
        auto* const text = trying.find<QPlainTextEdit>(u"pasteText"_s);
        QVERIFY(text);
        auto* const use = trying.find<QPushButton>(u"usePasted"_s);
        text->setPlainText(u"{\"crm\": {\"company_size\": "_s);
        QVERIFY(!use->isEnabled());
        QVERIFY(!trying.find<QLabel>(u"pasteTrouble"_s)->text().isEmpty());
        text->setPlainText(u"{\"crm\": {\"company_size\": 900}}"_s);
        QVERIFY(use->isEnabled());
        QTest::mouseClick(use, Qt::LeftButton);
        QVERIFY(trying.outcome().contains(u"by 2 Enterprise pricing"_s));
    }

    void choosesAPolicyByAClickOnItsStep()
    {
        Trying trying;
        QVERIFY(trying.ready);
        trying.tryValues();
        auto* const list = trying.find<QListView>(u"tryPath"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(2, 0)).center());
        QCOMPARE(trying.studio.selection.policy().value, std::string("deal"));
    }

    void keepsWhatIsTriedAsACaseThatCanBeUndone()
    {
        Trying trying;
        QVERIFY(trying.ready);
        trying.tryValues();
        QTest::mouseClick(trying.find<QPushButton>(u"saveAsCase"_s), Qt::LeftButton);
        const auto& cases = trying.studio.draft.rulebook().cases;
        QCOMPARE(cases.size(), 1u);
        QCOMPARE(cases.front().policy.value, std::string("ready"));
        QCOMPARE(cases.front().queue.value, std::string("sales"));
        QCOMPARE(cases.front().tier.value, std::string("P2"));
        QTRY_COMPARE(trying.studio.cases.summary(), u"1 case passes"_s);
        QCOMPARE(trying.studio.draft.undoStack().undoText(), u"save the case Jörg Müller"_s);
        trying.studio.draft.undoStack().undo();
        QVERIFY(trying.studio.draft.rulebook().cases.empty());
        QVERIFY(!trying.studio.draft.isChanged());
    }

    void hostileValuesStayPlainText()
    {
        Trying trying;
        QVERIFY(trying.ready);
        Values values = valuesToTry();
        values["ai.intent"] = std::string("<b>x</b>\n\u202Egnp") + std::string(5000, 'w');
        trying.tryValues(values);
        const QString shown = trying.value("ai.intent").data().toString();
        QVERIFY(!shown.contains(u'\n'));
        QVERIFY(!shown.contains(QChar(0x202E)));
        QVERIFY(shown.size() <= 401);
        QVERIFY(!trying.value("ai.intent").data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
    }

    void readsWhatIsTyped_data()
    {
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::addRow("number with separators") << u"crm.deal_size"_s << u"42,000"_s << u"€42,000"_s;
        QTest::addRow("money as shown") << u"crm.deal_size"_s << u"€42,000"_s << u"€42,000"_s;
        QTest::addRow("yes") << u"ai.asked_for_person"_s << u"Yes"_s << u"yes"_s;
        QTest::addRow("open") << u"schedule.office"_s << u"closed"_s << u"closed"_s;
        QTest::addRow("missing") << u"crm.deal_size"_s << u"  "_s << u"missing"_s;
        QTest::addRow("not a number") << u"crm.deal_size"_s << u"lots"_s << u"!"_s;
        QTest::addRow("neither yes nor no") << u"ai.asked_for_person"_s << u"perhaps"_s << u"!"_s;
        QTest::addRow("not a time") << u"now"_s << u"soon"_s << u"!"_s;
    }
    void readsWhatIsTyped()
    {
        QFETCH(QString, attribute);
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        const auto read = readTyped(attribute.toStdString(), typed, rulesToTry());
        QCOMPARE(read ? valueText(attribute.toStdString(), *read, rulesToTry()) : u"!"_s, shown);
    }
};

SIGNALBOX_UI_TEST(TryPaneTest)
#include "tst_try_pane.moc"
