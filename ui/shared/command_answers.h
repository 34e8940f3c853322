#pragma once

#include "model/domain/command.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>

namespace signalbox {

class ConsoleModel;
class ConsolePort;

// Sends commands and hands each answer back to who asked, so that a refusal shows beside what was tried.
class CommandAnswers : public QObject {
    Q_OBJECT

public:
    CommandAnswers(ConsolePort& port, ConsoleModel& model, QObject* parent = nullptr);

    void send(decltype(Command::what) what, std::function<void()> done, std::function<void(const QString& why)> refused);
    bool isWaiting() const { return !m_waiting.isEmpty(); }

private:
    struct Answer {
        std::function<void()> done;
        std::function<void(const QString&)> refused;
    };

    ConsoleModel& m_model;
    QHash<quint64, Answer> m_waiting;
};

}
