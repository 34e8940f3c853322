#include "tests/support/open_window.h"
#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/window/command_palette.h"

#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace signalbox::test {

namespace {

struct OpenPalette : OpenWindow {
    explicit OpenPalette(Role role = Role::Supervisor) : OpenWindow(role) { reopen(); }

    void reopen()
    {
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        const auto palettes = window.findChildren<CommandPalette*>();
        palette = palettes.last();
        words = palette->findChild<QLineEdit*>(u"paletteWords"_s);
        results = palette->findChild<QListWidget*>(u"paletteResults"_s);
    }
    void choose(const QString& typed)
    {
        QTest::keyClicks(words, typed);
        QTest::keyClick(words, Qt::Key_Return);
    }
    QStringList shown() const
    {
        QStringList all;
        for (int row = 0; row < results->count(); ++row)
            all << results->item(row)->text();
        return all;
    }

    CommandPalette* palette = nullptr;
    QLineEdit* words = nullptr;
    QListWidget* results = nullptr;
};

}

class CommandPaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lettersInTheirOrderAreEnough()
    {
        QVERIFY(paletteScore(u"Keyboard shortcuts"_s, u"kbsh"_s) > 0);
        QCOMPARE(paletteScore(u"Keyboard shortcuts"_s, u"shkb"_s), 0);
        QVERIFY(paletteScore(u"Wall board"_s, u"wb"_s) > paletteScore(u"Show below"_s, u"wb"_s));
        QVERIFY(paletteScore(u"Live"_s, u"live"_s) > paletteScore(u"Live list"_s, u"live"_s));
    }

    void opensAConversationByNameNumberAndCompany_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("name") << u"chiara bel"_s;
        QTest::newRow("number") << u"#4800"_s;
        QTest::newRow("company") << u"vallinera"_s;
        QTest::newRow("without its marks") << u"vllnra"_s;
    }
    void opensAConversationByNameNumberAndCompany()
    {
        QFETCH(QString, typed);
        OpenPalette open;
        open.choose(typed);
        QCOMPARE(open.window.shown(), Place::Work);
        QCOMPARE(open.port.detailsAsked.back(), ConversationId{"4800"});
    }

    void reachesAgentsQueuesPoliciesAndSettings()
    {
        OpenPalette open;
        open.choose(u"sofie lindqvist"_s);
        QCOMPARE(open.window.shown(), Place::Live);
        auto* tree = open.find<QTreeView>("floorTree");
        QVERIFY(tree->isVisible());
        QCOMPARE(tree->currentIndex().data().toString(), u"Sofie Lindqvist"_s);
        open.reopen();
        open.choose(u"Workshop"_s);
        auto* queues = open.find<QListView>("queuesList");
        QCOMPARE(queues->currentIndex().data().toString(), u"Workshop"_s);
        open.reopen();
        open.choose(u"Legal threat or very angry"_s);
        QCOMPARE(open.window.shown(), Place::Policies);
        open.reopen();
        open.choose(u"Agents and skills"_s);
        QCOMPARE(open.window.shown(), Place::Settings);
        QCOMPARE(open.find<QListWidget>("settingsSections")->currentItem()->text(), u"Agents and skills"_s);
    }

    void whatWasChosenLatelyComesFirst()
    {
        OpenPalette open;
        open.choose(u"sofie lindqvist"_s);
        open.reopen();
        QCOMPARE(open.shown().first(), u"Sofie Lindqvist"_s);
        QTest::keyClick(open.words, Qt::Key_Return);
        QCOMPARE(open.find<QTreeView>("floorTree")->currentIndex().data().toString(), u"Sofie Lindqvist"_s);
    }

    void contactsAreAskedForWhenTheTypingRests()
    {
        OpenPalette open;
        QTest::keyClicks(open.words, u"okon"_s);
        QTRY_COMPARE(open.port.contactsAsked.size(), 1u);
        QCOMPARE(open.port.contactsAsked.front(), u"okon"_s);
        ContactRow row;
        row.contact = {ContactId{"c1"}, "Amara Okonjo-Hale", "Brightmoor", {"amara@example.com"}, {}};
        Q_EMIT open.port.contactsFound(u"oko"_s, {row});
        QVERIFY(!open.shown().contains(u"Amara Okonjo-Hale"_s));   // an older question's answer
        Q_EMIT open.port.contactsFound(u"okon"_s, {row});
        QVERIFY(open.shown().contains(u"Amara Okonjo-Hale"_s));
    }

    void aCommandThatCannotBeRunSaysWhyAndIsPassedBy()
    {
        OpenPalette open;
        QTest::keyClicks(open.words, u"Redo"_s);   // nothing was undone
        const QListWidgetItem* redo = nullptr;
        for (int row = 0; row < open.results->count(); ++row)
            if (open.results->item(row)->text() == u"Redo"_s)
                redo = open.results->item(row);
        QVERIFY(redo);
        QVERIFY(!(redo->flags() & Qt::ItemIsEnabled));
        QVERIFY(redo->data(Qt::AccessibleTextRole).toString() != u"Redo"_s);
        QVERIFY(open.results->currentRow() < 0 || open.results->currentItem()->flags() & Qt::ItemIsEnabled);
    }

    void nothingFoundIsSaid()
    {
        OpenPalette open;
        QTest::keyClicks(open.words, u"zzqqxx"_s);
        QCOMPARE(open.shown(), QStringList{u"Nothing is called that."_s});
        QTest::keyClick(open.words, Qt::Key_Return);
        QVERIFY(open.palette->isVisible());
    }

    void namesOfVisitorsStayPlainText()
    {
        OpenPalette open;
        open.change("4800", [](Conversation& each) {
            each.visitorName = "<b>Bold</b> & \xE2\x80\xAE"
                               "evil";
        });
        QTest::keyClicks(open.words, u"bold"_s);
        QVERIFY(open.results->item(0)->toolTip().contains(u"&lt;b&gt;"_s));
        QVERIFY(!open.results->item(0)->text().contains(QChar(0x202E)));
    }

    void picturesOfThePalette()
    {
        OpenPalette open;
        QTest::keyClicks(open.words, u"sa"_s);
        keepPictures(*open.palette, open.theme, u"palette"_s);
    }
};

SIGNALBOX_UI_TEST(CommandPaletteTest)

}

#include "tst_command_palette.moc"
