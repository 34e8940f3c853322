#pragma once

#include "tests/support/believable_floor.h"
#include "tests/support/builders.h"
#include "tests/support/recording_analysis.h"
#include "tests/support/recording_port.h"
#include "ui/main_window.h"
#include "ui/shared/console_model.h"
#include "ui/shared/page_context.h"
#include "ui/shared/session.h"
#include "ui/shared/theme.h"
#include "ui/shared/ui_state.h"

#include <QApplication>

namespace signalbox::test {

// A whole window on a recording port, with a clock that the test moves.
struct WindowFixture {
    explicit WindowFixture(Role role = Role::Supervisor)
    {
        session.agent = AgentId{"ines"};
        session.name = QStringLiteral("Ines Carvalhal");
        session.role = role;
        theme.applyTo(*qApp);
    }

    RecordingPort port;
    RecordingAnalysis analysis;
    ScriptedPrompts prompts;
    Theme theme;
    Session session;
    UiStateInMemory state;
    Instant now = testNow();
    ConsoleModel model{port, session};
    PageContext context{port, analysis, model, theme, prompts, session, state, [this] { return now; }};
};

}
