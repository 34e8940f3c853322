#pragma once

#include "app/commands/workspace_option.h"
#include "model/domain/conversation.h"
#include "model/domain/instant.h"
#include "model/domain/result.h"

namespace signalbox {

// Which alerts a subcommand is about.
struct TriggerPeriod {
    AlertId trigger;
    Origin origin = Origin::Live;
    Instant since = Instant::min();   // [since, until) by when they were raised
    Instant until = Instant::max();
};

// What subcommands on one trigger's alerts have in common: --trigger, --origin, --since and --until.
class TriggerCommandLine : public WorkspaceCommandLine {
public:
    TriggerCommandLine(const QString& subcommand, const QString& description);

protected:
    Result<TriggerPeriod> period();

private:
    QCommandLineOption m_trigger;
    QCommandLineOption m_origin;
    QCommandLineOption m_since;
    QCommandLineOption m_until;
};

}
