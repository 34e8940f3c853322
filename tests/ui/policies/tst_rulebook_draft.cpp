#include "tests/support/ui_test.h"
#include "tests/ui/conversation/desk_data.h"
#include "ui/policies/draft/rulebook_difference.h"
#include "ui/policies/draft/rulebook_draft.h"

#include <QtTest>

#include <random>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

const std::string original = aRulebook().document;

QStringList ids(const RulebookDraft& draft)
{
    QStringList all;
    for (const Policy& policy : draft.policies())
        all << QString::fromStdString(policy.id.value);
    return all;
}

struct Draft : RulebookDraft {
    Draft() { setLive(41, original); }
    Policy at(int row) const { return policies()[std::size_t(row)]; }
    Policy renamed(int row, const std::string& name) const
    {
        Policy policy = at(row);
        policy.name = name;
        return policy;
    }
    // Another version goes live, with this done to it.
    void publishElsewhere(const std::function<void(Rulebook&)>& edit)
    {
        Rulebook rulebook = readRulebookAsItIs(original).rulebook;
        edit(rulebook);
        setLive(42, writeRulebook(rulebook));
    }
};

Policy aPolicy(const PolicyId& id, const std::string& name, double priority = 0)
{
    Policy policy;
    policy.id = id;
    policy.name = name;
    policy.priority = priority;
    policy.when = Condition{AllOf{}};
    policy.actions = {KeepWithAi{}};
    return policy;
}

// One edit of any kind, chosen by chance.
void editSomehow(RulebookDraft& draft, std::mt19937& chance)
{
    const auto below = [&](int limit) { return int(chance() % unsigned(std::max(limit, 1))); };
    const int count = int(draft.policies().size());
    const int row = below(count);
    switch (below(9)) {
    case 0:
        return draft.movePolicy(row, below(count));
    case 1:
        return draft.setEnabled(row, below(2) == 0);
    case 2:
        return draft.insertPolicy(below(count + 1), aPolicy(draft.freshPolicyId(u"Späte Gäste"_s), "Späte Gäste"),
                                  u"add one"_s);
    case 3:
        return draft.removePolicies({row, below(count)}, u"remove some"_s);
    case 4:
        if (count > 0) {
            Policy policy = draft.policies()[std::size_t(row)];
            policy.name += "x";
            draft.replacePolicy(row, policy, u"type"_s, QString::fromStdString(policy.id.value) + u"/name"_s);
        }
        return;
    case 5:
        if (count > 0) {
            Policy policy = draft.policies()[std::size_t(row)];
            policy.when = Condition{Comparison{"crm.deal_size", Operator::Lt, Value{double(below(9))}}};
            draft.replacePolicy(row, policy, u"set deal size"_s);
        }
        return;
    case 6:
        return draft.editRooms(u"set the target"_s,
                               [&](Rulebook& rooms) { rooms.tiers.front().responseTarget = seconds{below(100)}; });
    case 7:
        return draft.editRooms(u"add a queue"_s, [&](Rulebook& rooms) {
            Queue queue;
            queue.id.value = "queue-" + std::to_string(chance());
            rooms.queues.push_back(queue);
        });
    default:
        Rulebook whole = draft.rulebook();
        whole.queues.resize(1);
        return draft.replaceAll(whole, u"import a file"_s);
    }
}

}

class RulebookDraftTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyEditsUndoneGiveTheFileByteForByteAndRedoneTheSameAgain()
    {
        for (unsigned seed = 1; seed <= 30; ++seed) {
            std::mt19937 chance(seed);
            Draft draft;
            std::vector<std::string> states{draft.document()};   // after each step of undo
            for (int i = 0; i < 25; ++i) {
                editSomehow(draft, chance);
                states.resize(std::size_t(draft.undoStack().index()));
                states.push_back(draft.document());
            }
            const int steps = draft.undoStack().index();
            for (int step = steps; step-- > 0;) {
                draft.undoStack().undo();
                QVERIFY2(draft.document() == states[std::size_t(step)],
                         qPrintable(u"seed %1, undo to %2"_s.arg(seed).arg(step)));
            }
            QCOMPARE(QString::fromStdString(draft.document()), QString::fromStdString(original));
            QCOMPARE(draft.changes(), 0);
            for (int step = 1; step <= steps; ++step) {
                draft.undoStack().redo();
                QVERIFY2(draft.document() == states[std::size_t(step)],
                         qPrintable(u"seed %1, redo to %2"_s.arg(seed).arg(step)));
            }
        }
    }

    void aDocumentReadAgainIsTheSameRulebook()
    {
        for (unsigned seed = 1; seed <= 15; ++seed) {
            std::mt19937 chance(seed);
            Draft draft;
            for (int i = 0; i < 12; ++i)
                editSomehow(draft, chance);
            Draft again;
            again.load(41, original, draft.document());
            QCOMPARE(ids(again), ids(draft));
            QCOMPARE(again.changes(), draft.changes());
            QVERIFY(again.document() == draft.document());
        }
    }

    void countsAndNamesWhatChanged()
    {
        Draft draft;
        draft.movePolicy(3, 0);
        draft.setEnabled(1, false);
        draft.replacePolicy(2, draft.renamed(2, "Prices"), u"rename"_s);
        draft.insertPolicy(0, aPolicy(PolicyId{"new"}, "New"), u"add New"_s);
        QCOMPARE(draft.changeOf(PolicyId{"rest"}), (PolicyChange{false, false, true, false}));
        QCOMPARE(draft.changeOf(PolicyId{"person"}), (PolicyChange{false, false, false, true}));
        QCOMPARE(draft.changeOf(PolicyId{"fleet-price"}), (PolicyChange{false, true, false, false}));
        QCOMPARE(draft.changeOf(PolicyId{"new"}), (PolicyChange{true, false, false, false}));
        QCOMPARE(draft.changes(), 4);
        draft.removePolicies({draft.rowOf(PolicyId{"prices"})}, u"remove Prices"_s);
        draft.editRooms(u"rename a tier"_s, [](Rulebook& rooms) { rooms.tiers.front().name = "Now"; });
        QCOMPARE(draft.changes(), 6);
        QCOMPARE(draft.undoStack().undoText(), u"rename a tier"_s);
    }

    void typingIsOneStepAsLongAsNothingComesBetween()
    {
        Draft draft;
        for (const char* name : {"A", "As", "Ask"})
            draft.replacePolicy(0, draft.renamed(0, name), u"rename to %1"_s.arg(QLatin1String(name)),
                                u"person/name"_s);
        QCOMPARE(draft.undoStack().count(), 1);
        QCOMPARE(draft.undoStack().undoText(), u"rename to Ask"_s);
        draft.setEnabled(1, false);
        draft.replacePolicy(0, draft.renamed(0, "Asks"), u"rename"_s, u"person/name"_s);
        QCOMPARE(draft.undoStack().count(), 3);
        draft.replacePolicy(1, draft.renamed(1, "Fleet"), u"rename"_s, u"fleet-price/name"_s);
        QCOMPARE(draft.undoStack().count(), 4);
        for (int i = 0; i < 4; ++i)
            draft.undoStack().undo();
        QVERIFY(draft.document() == original);
    }

    void whatChangesNothingIsNoStep()
    {
        Draft draft;
        draft.replacePolicy(0, draft.at(0), u"nothing"_s);
        draft.setEnabled(0, true);
        draft.movePolicy(1, 1);
        draft.movePolicy(0, 99);
        draft.removePolicies({-1, 99}, u"nothing"_s);
        draft.editRooms(u"nothing"_s, [](Rulebook& rooms) { rooms.policies.clear(); });
        QCOMPARE(draft.undoStack().count(), 0);
    }

    void withoutChangesItFollowsTheLiveVersionAndItsOwnPublication()
    {
        Draft draft;
        draft.publishElsewhere([](Rulebook& rulebook) { rulebook.policies.pop_back(); });
        QCOMPARE(draft.baseVersion(), 42);
        QCOMPARE(draft.policies().size(), 3u);
        draft.setEnabled(0, false);
        draft.setLive(43, draft.document());
        QCOMPARE(draft.baseVersion(), 43);
        QVERIFY(!draft.isBehind() && !draft.isChanged());
    }

    void rebasingPutsMyChangesOnTopOfTheirs()
    {
        Draft draft;
        draft.movePolicy(2, 0);   // prices
        draft.replacePolicy(1, draft.renamed(1, "Wants a person"), u"rename"_s);
        draft.editRooms(u"add a tier"_s, [](Rulebook& rooms) {
            rooms.tiers.push_back({TierId{"P4"}, "Later", {}, {}, {}, {}});
        });
        draft.publishElsewhere([](Rulebook& rulebook) {
            rulebook.policies.push_back(aPolicy(PolicyId{"theirs"}, "Theirs", 25));
            rulebook.queues.front().name = "Fleet";
        });
        QVERIFY(draft.isBehind());
        QCOMPARE(draft.rebase(), QStringList());
        QCOMPARE(ids(draft), (QStringList{u"prices"_s, u"person"_s, u"fleet-price"_s, u"theirs"_s, u"rest"_s}));
        QCOMPARE(draft.at(1).name, std::string("Wants a person"));
        QCOMPARE(draft.rulebook().queues.front().name, std::string("Fleet"));
        QCOMPARE(draft.rulebook().tiers.size(), 4u);
        QCOMPARE(draft.changes(), 3);
        QVERIFY(!draft.isBehind());
    }

    void rebasingNamesWhatBothChangedAndKeepsMine()
    {
        Draft draft;
        draft.replacePolicy(0, draft.renamed(0, "Mine"), u"rename"_s);
        draft.removePolicies({3}, u"remove"_s);
        draft.publishElsewhere([](Rulebook& rulebook) {
            rulebook.policies[0].name = "Theirs";
            rulebook.policies[3].name = "Everything";
        });
        QCOMPARE(draft.rebase(), (QStringList{u"person"_s, u"rest"_s}));
        QCOMPARE(draft.at(0).name, std::string("Mine"));
        QCOMPARE(draft.rowOf(PolicyId{"rest"}), -1);
    }

    void aDraftWithErrorsIsLoadedAndEdited()
    {
        Draft draft;
        std::string broken = original;
        broken.replace(broken.find("25000"), 5, "\"many\"");
        draft.load(41, original, broken);
        QCOMPARE(draft.policies().size(), 4u);
        draft.setEnabled(0, false);
        QVERIFY(draft.isChanged());
    }

    void freshIdsComeFromNamesAndAreNeverTaken()
    {
        Draft draft;
        QCOMPARE(draft.freshPolicyId(u"Größe, VIP & Co"_s).value, std::string("groe-vip-co"));
        QCOMPARE(draft.freshPolicyId(u"  "_s).value, std::string("policy"));
        QCOMPARE(draft.freshPolicyId(u"Person"_s).value, std::string("person-2"));
        QCOMPARE(draft.freshPolicyId(u"日本語"_s).value, std::string("policy"));
    }

    void differencesAreToldFieldByField()
    {
        Draft draft;
        draft.movePolicy(3, 0);
        Policy fleet = draft.at(2);
        fleet.when = Condition{Comparison{"crm.deal_size", Operator::Ge, Value{30000.0}}};
        draft.replacePolicy(2, fleet, u"set deal size"_s);
        draft.removePolicies({1}, u"remove"_s);
        draft.editRooms(u"skill"_s, [](Rulebook& rooms) { rooms.queues.front().skills.front().level = 2; });
        const auto differences = differencesBetween(draft.live(), draft.rulebook());
        QCOMPARE(differences.size(), 4u);
        QCOMPARE(differences[0].title, u"Everything else"_s);
        QCOMPARE(differences[0].fields.front(), (RulebookDifference::Field{u"Place"_s, u"4"_s, u"1"_s}));
        QCOMPARE(differences[1].place, u"/policies/1"_s);
        QCOMPARE(differences[1].fields.front().after, u"deal size is at least €30,000"_s);
        QCOMPARE(differences[2].kind, RulebookDifference::Kind::Removed);
        QCOMPARE(differences[2].title, u"Asks for a person"_s);
        QCOMPARE(differences[3].room, u"Queues"_s);
        QCOMPARE(differences[3].fields.front(),
                 (RulebookDifference::Field{u"Skills"_s, u"fleet, level 3"_s, u"fleet, level 2"_s}));
        QVERIFY(differencesBetween(draft.live(), draft.live()).empty());
    }
};

SIGNALBOX_UI_TEST(RulebookDraftTest)
#include "tst_rulebook_draft.moc"
