#pragma once

#include "tests/journeys/support/desk.h"
#include "tests/journeys/policy_studio/past.h"
#include "tests/journeys/policy_studio/pictures.h"
#include "tests/journeys/policy_studio/six_trades.h"
#include "tests/journeys/policy_studio/supervisor.h"

#include <QObject>

#include <memory>

namespace signalbox::test {

// The policy studio from an empty rulebook to traffic that follows it and back: the rules of a company with six departments
// are built, tried, proved, backtested, taken back and done again, published and rolled back, only with mouse and keyboard;
// and a policy only with the keyboard. Each step goes on where the one before ended.
class PolicyStudioJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_desk.reset(); }

    void importsThePast() { go(&PolicyStudioJourney::importPast); }
    void buildsTheRoomsOfTheRulebook() { go(&PolicyStudioJourney::buildRooms); }
    void buildsThePolicies() { go(&PolicyStudioJourney::buildPolicies); }
    void triesThemAndKeepsACase() { go(&PolicyStudioJourney::tryPolicies); }
    void findsAPlantedShadowAndMendsIt() { go(&PolicyStudioJourney::plantShadow); }
    void countsWhatWouldMoveInThePast() { go(&PolicyStudioJourney::backtest); }
    void looksIntoEveryRoom() { go(&PolicyStudioJourney::lookIntoRooms); }
    void undoesEverythingByteForByteAndDoesItAgain() { go(&PolicyStudioJourney::undoEverything); }
    void runsTheDraftBesideTheLiveRulebook() { go(&PolicyStudioJourney::runBeside); }
    void publishesAndLiveTrafficFollows() { go(&PolicyStudioJourney::publish); }
    void theNextImportFollowsToo() { go(&PolicyStudioJourney::importMore); }
    void rollsBackAndLiveTrafficFollows() { go(&PolicyStudioJourney::rollBack); }
    void buildsAndPublishesAPolicyWithoutAMouse() { go(&PolicyStudioJourney::withoutMouse); }
    void takesTheRulesOfAHandbook() { go(&PolicyStudioJourney::takeHandbook); }

private:
    void go(void (PolicyStudioJourney::*step)());

    void importPast();
    void buildRooms() { sixTrades::buildRooms(*m_hand); }
    void buildPolicies();
    void tryPolicies();
    void plantShadow();
    void backtest();
    void lookIntoRooms();
    void undoEverything();
    void runBeside();
    void publish();
    void importMore();
    void rollBack();
    void withoutMouse();
    void takeHandbook();
    void look(const QString& what) { keepPictures(*m_hand, m_desk->window(), what); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Supervisor> m_hand;
    Past m_past;
    bool m_stuck = false;   // a step failed: those after it have no ground
};

}
