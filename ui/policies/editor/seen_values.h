#pragma once

#include "ui/policies/studio_context.h"
#include "ui/shared/analysis_port.h"

#include <QObject>

#include <map>
#include <string>

namespace signalbox {

// The last seven days up to now, live conversations.
Period lastSevenDays(const StudioContext& context);

// What values attributes had in the last seven days; asked for once, answered later.
class SeenValuesStore : public QObject {
    Q_OBJECT

public:
    explicit SeenValuesStore(const StudioContext& context, QObject* parent = nullptr);

    // None until the answer has come: then `arrived` tells.
    const SeenValues* of(const std::string& attribute);

Q_SIGNALS:
    void arrived(const std::string& attribute);

private:
    StudioContext m_context;
    std::map<std::string, SeenValues, std::less<>> m_known;
    std::map<std::string, quint64, std::less<>> m_asked;
};

// "Seen in 7 days: 10 to 4,200, middle 85. Missing in 12 %."
QString seenInWords(const SeenValues& seen, const std::string& unit);

}
