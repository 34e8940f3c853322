#include "tests/support/studio_fixture.h"
#include "tests/support/text_picture.h"
#include "tests/support/ui_test.h"
#include "tests/ui/conversation/desk_data.h"
#include "ui/policies/versions/versions_model.h"
#include "ui/policies/versions/versions_room.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<VersionRow> someVersions(int newest = 41)
{
    using std::chrono::hours;
    std::vector<VersionRow> rows;
    const char* const notes[]{"Smaller deals too", "Fleet first", "<b>First</b> order"};
    for (int i = 0; i < 3; ++i)
        rows.push_back({newest - i, notes[i], i == 1 ? "leila" : "ines", testNow() - hours{20 * i + 3}, 1200 * i});
    return rows;
}

struct Versions : StudioFixture {
    Versions()
    {
        ChangeSet day = aDay();
        day.agents.front().agent.role = Role::Supervisor;
        Q_EMIT port.changed(day);
        studio.draft.setLive(41, aRulebook().document);
        versions.resize(1208, 660);
        versions.show();
        Q_EMIT analysis.versionsListed(analysis.last(u"versions"_s), someVersions());
    }
    QTableView* table() const { return versions.findChild<QTableView*>(u"versionsTable"_s); }
    QPushButton* button(const QString& name) const { return versions.findChild<QPushButton*>(name); }
    // The version that was asked for last has this document.
    void read(const std::string& document)
    {
        Q_EMIT analysis.versionRead(analysis.last(u"version"_s), QString::fromStdString(document));
    }
    QString allText() const
    {
        QStringList words;
        for (const QLabel* label : versions.findChildren<QLabel*>())
            words << label->text();
        return words.join(u'\n');
    }
    VersionsRoom versions{room};
};

std::string older()
{
    std::string document = aRulebook().document;
    return document.replace(document.find("Everything else"), 15, "All the others!");
}

}

class VersionsRoomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsWhoWhenWhyAndWhatItDecided()
    {
        Versions versions;
        const QAbstractItemModel* model = versions.table()->model();
        const auto cell = [&](int row, int column) { return model->index(row, column).data().toString(); };
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(cell(0, 0), u"v41 live"_s);
        QCOMPARE(cell(0, 1), u"Today, 07:43"_s);
        QCOMPARE(cell(1, 2), u"Leila Haddad"_s);
        QCOMPARE(cell(2, 3), u"<b>First</b> order"_s);
        QCOMPARE(cell(2, 4), u"2,400"_s);
    }

    void theModelKeepsItsRowsWhenAVersionComesOnTop()
    {
        Versions versions;
        VersionsModel model(versions.context);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setVersions(someVersions());
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        std::vector<VersionRow> more = someVersions();
        more.insert(more.begin(), VersionRow{42, "New", "ines", testNow(), 0});
        model.setVersions(more);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(model.rowOf(39), 3);
        model.setVersions({});
        QCOMPARE(model.rowCount(), 0);
    }

    void comparesAVersionWithTheOneBefore()
    {
        Versions versions;
        versions.read(older());
        QVERIFY(versions.allText().contains(u"+ Everything else"_s));
        QCOMPARE(versions.analysis.asked.back().kind, u"difference"_s);
        keepPictures(versions.versions, versions.theme, u"versions"_s);
    }

    void comparesAnyTwo()
    {
        Versions versions;
        auto* before = versions.versions.findChild<QComboBox*>(u"compareBefore"_s);
        before->setFocus();
        before->setCurrentIndex(before->findData(39));
        Q_EMIT before->activated(before->currentIndex());
        QCOMPARE(versions.analysis.asked.back().document, std::string("39"));
        versions.read(older());
        QVERIFY(versions.allText().contains(u"− All the others!"_s));
    }

    void asksNothingWhereThereIsNothingToCompare()
    {
        Versions versions;
        versions.read(older());
        const auto comparisons = [&] {
            return std::ranges::count(versions.analysis.asked, u"difference"_s,
                                      [](const auto& one) { return one.kind; });
        };
        const auto asked = comparisons();
        versions.table()->selectRow(2);
        versions.read(older());
        QVERIFY(versions.allText().contains(u"v39 is the first version: nothing is older."_s));
        auto* const before = versions.versions.findChild<QComboBox*>(u"compareBefore"_s);
        before->setCurrentIndex(before->findData(39));
        Q_EMIT before->activated(before->currentIndex());
        QVERIFY(versions.allText().contains(u"That is v39 twice: choose another one on one side."_s));
        QCOMPARE(comparisons(), asked);
        QVERIFY(versions.button(u"takeAsDraft"_s)->isEnabled());
    }

    void publishesAnOldVersionAgainAsANewOne()
    {
        Versions versions;
        QVERIFY(!versions.button(u"publishAgain"_s)->isEnabled());
        versions.table()->selectRow(2);
        versions.read(older());
        versions.prompts.textAnswer = u"The new one was too strict"_s;
        versions.button(u"publishAgain"_s)->click();
        QVERIFY(versions.prompts.questions.back().contains(u"v39 again, as version 42"_s));
        const PublishRulebook sent = versions.port.sent<PublishRulebook>().back();
        QCOMPARE(sent.document, older());
        QCOMPARE(sent.note, std::string("v39 again: The new one was too strict"));
        QCOMPARE(sent.basedOn, 41);
        QVERIFY(!sent.draftRevision);
        versions.answerDone();
        QVERIFY(versions.allText().contains(u"v39 is live again, as version 42."_s));
    }

    void onlySupervisorsPublishAgain()
    {
        Versions versions;
        versions.session.role = Role::Lead;
        versions.table()->selectRow(2);
        QVERIFY(!versions.button(u"publishAgain"_s)->isEnabled());
        QVERIFY(versions.button(u"publishAgain"_s)->toolTip().contains(u"supervisors"_s));
    }

    void takesAnOldVersionAsTheDraft()
    {
        Versions versions;
        versions.table()->selectRow(1);
        versions.read(older());
        versions.table()->selectRow(2);
        versions.read(older());
        versions.button(u"takeAsDraft"_s)->click();
        QCOMPARE(versions.studio.draft.undoStack().undoText(), u"take v39 as the draft"_s);
        QCOMPARE(versions.studio.draft.changes(), 1);
    }

    void comparesTheDraftWithWhatIsLive()
    {
        Versions versions;
        versions.studio.draft.setEnabled(0, false);
        versions.versions.compareDraft();
        QVERIFY(versions.allText().contains(u"− yes"_s));
    }
};

SIGNALBOX_UI_TEST(VersionsRoomTest)
#include "tst_versions_room.moc"
