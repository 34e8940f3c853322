#include "ui/shared/command_answers.h"

#include "ui/shared/console_model.h"
#include "ui/shared/console_port.h"

namespace signalbox {

CommandAnswers::CommandAnswers(ConsolePort& port, ConsoleModel& model, QObject* parent)
    : QObject(parent), m_model(model)
{
    connect(&port, &ConsolePort::done, this, [this](quint64 ticket) {
        if (const Answer answer = m_waiting.take(ticket); answer.done)
            answer.done();
    });
    connect(&port, &ConsolePort::refused, this, [this](quint64 ticket, const QString& why) {
        if (const Answer answer = m_waiting.take(ticket); answer.refused)
            answer.refused(why);
    });
}

void CommandAnswers::send(decltype(Command::what) what, std::function<void()> done,
                          std::function<void(const QString&)> refused)
{
    m_waiting.insert(m_model.submit(std::move(what)), {std::move(done), std::move(refused)});
}

}
