#pragma once

#include "model/domain/change_set.h"
#include "tests/support/builders.h"
#include "tests/support/recording_analysis.h"
#include "tests/support/recording_port.h"
#include "ui/shared/console_model.h"
#include "ui/shared/page_context.h"
#include "ui/shared/session.h"
#include "ui/shared/theme.h"
#include "ui/shared/ui_state.h"

#include <QApplication>
#include <QPixmap>
#include <QWidget>

namespace signalbox::test {

// Everything a page of the window needs, with doors that record.
struct PageFixture {
    PageFixture() { theme.applyTo(*qApp); }

    RecordingPort port;
    RecordingAnalysis analysis;
    Session session{AgentId{"leila"}, QStringLiteral("Leila Haddad"), Role::Supervisor};
    ConsoleModel model{port, session};
    Theme theme;
    ScriptedPrompts prompts;
    UiStateInMemory state;
    Instant now = testNow();
    PageContext context{port, analysis, model, theme, prompts, session, state, [this] { return now; }};

    // The router's answer to the newest command.
    void answerDone() { Q_EMIT port.done(port.submitted.back().ticket); }
    void answerRefused(const QString& why) { Q_EMIT port.refused(port.submitted.back().ticket, why); }
};

inline Message aMessage(std::int64_t sequence, Author author, std::string text, seconds before = seconds{0})
{
    Message made;
    made.id.value = "m" + std::to_string(sequence);
    made.sequence = sequence;
    made.author = author;
    made.text = std::move(text);
    made.at = testNow() - before;
    return made;
}

// Keeps a picture of the page when SIGNALBOX_SCREENSHOTS names a folder; both sizes, light and dark.
inline void keepPictures(QWidget& page, Theme& theme, const QString& name)
{
    const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark})
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            theme.setScheme(scheme);
            theme.applyTo(*qApp);
            page.resize(size.width() - 72,
                        size.height() - 68);   // the window's rail, top bar and status bar take the rest
            QApplication::processEvents();
            QApplication::processEvents();   // what was shown in the first round is laid out in the second
            const QString look = scheme == Theme::Scheme::Light ? QStringLiteral("light") : QStringLiteral("dark");
            page.grab().save(QStringLiteral("%1/%2-%3-%4.png").arg(folder, name, look).arg(size.width()));
        }
    theme.setScheme(Theme::Scheme::Light);
}

}
