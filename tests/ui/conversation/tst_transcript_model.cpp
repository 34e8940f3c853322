#include "tests/support/page_fixture.h"
#include "tests/support/text_picture.h"
#include "tests/support/ui_test.h"
#include "ui/conversation/transcript_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

class TranscriptModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messagesStandOnceAndInOrderHoweverTheyCome()
    {
        using std::chrono::minutes;
        TranscriptModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(aMessage(4, Author::Agent, "Came while loading"));
        model.showLatest({aMessage(3, Author::Visitor, "Three", minutes{1})});
        model.append(aMessage(4, Author::Agent, "Came while loading"));
        model.prependEarlier({aMessage(1, Author::Visitor, "One", minutes{9}), aMessage(2, Author::Ai, "Two", minutes{8})});
        model.prependEarlier({aMessage(2, Author::Ai, "Two", minutes{8})});
        const QStringList shown = textPicture(model);
        QCOMPARE(shown.mid(1), (QStringList{u"One"_s, u"Two"_s, u"Three"_s, u"Came while loading"_s}));
        QCOMPARE(model.index(0).data(TranscriptModel::KindRole).toInt(), int(TranscriptModel::RowKind::Day));
        QCOMPARE(model.firstSequence(), 1);
    }

    void messagesOfOneAuthorWithinTwoMinutesShareAHead()
    {
        TranscriptModel model;
        model.showLatest({aMessage(1, Author::Visitor, "a", seconds{300}), aMessage(2, Author::Visitor, "b", seconds{200}),
                          aMessage(3, Author::Visitor, "c", seconds{70}), aMessage(4, Author::Ai, "d", seconds{60})});
        QList<bool> heads;
        for (int row = 1; row < model.rowCount(); ++row)
            heads << model.index(row).data(TranscriptModel::HeadRole).toBool();
        QCOMPARE(heads, (QList<bool>{true, false, true, true}));
    }

    void anotherDayIsSaid()
    {
        TranscriptModel model;
        model.showLatest({aMessage(1, Author::Visitor, "a", std::chrono::hours{48}), aMessage(2, Author::Visitor, "b")});
        QCOMPARE(model.rowCount(), 4);
        model.clear();
        QVERIFY(model.isEmpty());
    }
};

SIGNALBOX_UI_TEST(TranscriptModelTest)

}

#include "tst_transcript_model.moc"
