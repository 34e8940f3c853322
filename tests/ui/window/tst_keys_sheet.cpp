#include "tests/support/open_window.h"
#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/window/key_groups.h"
#include "ui/window/keys_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace signalbox::test {

namespace {

QStringList shownLines(const KeysSheet& sheet)
{
    QStringList all;
    for (const QLabel* label : sheet.findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty())
            all << label->text();
    return all;
}

}

class KeysSheetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void f1AndTheQuestionMarkShowIt()
    {
        OpenWindow open;
        open.find<QListView>("queuesList")->setFocus();
        QTest::keyClick(open.find<QListView>("queuesList"), Qt::Key_Question);
        auto* sheet = open.find<KeysSheet>("keysSheet");
        QVERIFY(sheet && sheet->isVisible());
        sheet->close();
        QTRY_VERIFY(!open.find<KeysSheet>("keysSheet"));
        QApplication::setActiveWindow(&open.window);   // as a window manager does
        QTest::keyClick(&open.window, Qt::Key_F1);
        QVERIFY(open.find<KeysSheet>("keysSheet"));
    }

    void aFieldKeepsItsQuestionMark()
    {
        OpenWindow open;
        auto* filter = open.find<QLineEdit>("liveFilter");
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Question);
        QCOMPARE(filter->text(), u"?"_s);
        QVERIFY(!open.find<KeysSheet>("keysSheet"));
    }

    void listsMenusAndPagesAndWordsNarrowIt()
    {
        OpenWindow open;
        open.find<QAction>("showShortcuts")->trigger();
        auto* sheet = open.find<KeysSheet>("keysSheet");
        const QStringList all = shownLines(*sheet);
        for (const QString& wanted : {u"View"_s, u"Wall board"_s, u"In Live"_s, u"Whisper"_s, u"Keyboard shortcuts"_s})
            QVERIFY2(all.contains(wanted), qPrintable(wanted + u" in: "_s + all.join(u" | "_s)));
        auto* words = sheet->findChild<QLineEdit*>(u"keysWords"_s);
        QTest::keyClicks(words, u"whisper"_s);
        QVERIFY(shownLines(*sheet).contains(u"Whisper"_s));
        QVERIFY(!shownLines(*sheet).contains(u"Wall board"_s));
        QTest::keyClicks(words, u"zz"_s);
        QVERIFY(shownLines(*sheet).contains(u"No key does that."_s));
    }

    void twoKeysOfOneCommandStandTogether()
    {
        OpenWindow open;
        const QList<KeyGroup> groups = keysOfMenus(*open.window.findChild<QMenuBar*>());
        const bool listed = std::ranges::any_of(groups, [](const KeyGroup& group) {
            return std::ranges::any_of(group.lines, [](const KeyLine& line) {
                return line.keys == u"F1 or ?"_s && line.what == u"Keyboard shortcuts"_s;
            });
        });
        QVERIFY(listed);
    }

    void noKeyMeansTwoThingsInOneContext()
    {
        OpenWindow open;
        const QMenuBar& menus = *open.window.findChild<QMenuBar*>();
        QStringList twice;
        QHash<QString, QString> ofMenus;
        for (const KeyGroup& group : keysOfMenus(menus))
            for (const KeyLine& line : group.lines)
                for (const QString& key : line.keys.split(u" or "_s)) {
                    if (ofMenus.contains(key))
                        twice << u"%1: %2 and %3"_s.arg(key, ofMenus[key], line.what);
                    ofMenus.insert(key, line.what);
                }
        QHash<QString, QString> ofLists;
        for (const QAction* action : open.find<QWidget>("floorTree")->actions()) {
            const QString key = action->shortcut().toString();
            if (ofLists.contains(key) || key == u"R"_s || key == u"/"_s)
                twice << u"%1 on the floor: %2"_s.arg(key, action->text());
            ofLists.insert(key, action->text());
        }
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
    }

    void picturesOfTheSheet()
    {
        OpenWindow open;
        open.find<QAction>("showShortcuts")->trigger();
        keepPictures(*open.find<KeysSheet>("keysSheet"), open.theme, u"keys"_s);
    }
};

SIGNALBOX_UI_TEST(KeysSheetTest)

}

#include "tst_keys_sheet.moc"
