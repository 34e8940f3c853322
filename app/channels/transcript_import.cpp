#include "app/channels/transcript_import.h"

#include "app/channels/import_dispatch.h"
#include "app/channels/line_reader.h"
#include "app/channels/table_parser.h"
#include "app/channels/transcript_pace.h"
#include "app/channels/transcript_parsers.h"
#include "model/domain/utf8.h"

#include <algorithm>
#include <iterator>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace signalbox {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

constexpr std::size_t longestText = 16 * 1024;
constexpr std::size_t rememberedMessages = 200'000;

// A message that waits for its moment. Equal moments keep the order of the file.
struct Waiting {
    TranscriptPace::Offset due;
    std::int64_t order;
    TranscriptRecord record;
    bool operator>(const Waiting& other) const { return std::tie(due, order) > std::tie(other.due, other.order); }
};

bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::optional<std::string> faultOf(const TranscriptRecord& record)
{
    if (isBlank(record.text))
        return "The message is empty.";
    if (record.text.size() > longestText)
        return "The message is longer than 16 KB.";
    if (record.text.find('\0') != std::string::npos)
        return "The message holds a NUL character.";
    return std::nullopt;
}

}

struct TranscriptImport::State {
    State(VisitorDoor& door, ImportOptions theOptions, KnownMessage theKnown)
        : options(std::move(theOptions)), known(std::move(theKnown)), dispatch(door)
    {
    }

    ImportReport run();
    void readFile(const std::filesystem::path& file);
    Result<std::unique_ptr<TranscriptParser>> parserFor(const std::filesystem::path& file, std::string_view firstLine);
    void take(const LineReader::Line& line, TranscriptParser& parser, const std::string& fileName);
    void takeParsed(Result<std::vector<TranscriptRecord>> parsed, const std::string& place);
    void takeRecord(TranscriptRecord record);
    void playDue(std::optional<TranscriptPace::Offset> until);
    void play(TranscriptRecord record);
    void carry(TranscriptRecord& record);
    void takeCarried(TranscriptRecord& record);
    bool saidBefore(const TranscriptRecord& record, const MessageId& id);
    void tellProgress(const LineReader& reader, const std::string& fileName);

    ImportOptions options;
    KnownMessage known;
    std::function<void(const ImportProgress&)> listener;
    ImportDispatch dispatch;
    std::string_view kind;   // of the file being read
    TranscriptPace pace;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting;
    std::unordered_set<std::string> conversations;
    std::unordered_map<std::string, std::vector<ContextChange>>
        carried;                                         // conversation -> context of what was not played
    std::unordered_map<std::string, std::size_t> said;   // message id -> hash of its text, of this run
    std::int64_t records = 0;
    SteadyTime began = std::chrono::steady_clock::now();
    SteadyTime toldAt{};
    double bytesBefore = 0;   // of files already read
    double bytesNow = 0;      // of the one being read
    double bytesTotal = 0;
};

TranscriptImport::TranscriptImport(VisitorDoor& door, ImportOptions options, KnownMessage known)
    : m_state(std::make_unique<State>(door, std::move(options), std::move(known)))
{
}

TranscriptImport::~TranscriptImport() = default;

void TranscriptImport::onProgress(std::function<void(const ImportProgress&)> listener)
{
    m_state->listener = std::move(listener);
}

ImportReport TranscriptImport::run() { return m_state->run(); }
void TranscriptImport::cancel() { m_state->dispatch.cancel(); }

namespace {

double bytesOf(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error ? 0 : double(size);
}

}

ImportReport TranscriptImport::State::run()
{
    for (const auto& file : options.files)
        bytesTotal += bytesOf(file);
    for (const auto& file : options.files) {
        if (dispatch.cancelled())
            break;
        bytesNow = bytesOf(file);
        readFile(file);
        bytesBefore += bytesNow;
    }
    playDue(std::nullopt);
    dispatch.waitForAnswers();
    ImportReport report = dispatch.report();
    report.conversations = std::int64_t(conversations.size());
    return report;
}

void TranscriptImport::State::readFile(const std::filesystem::path& file)
{
    const auto unreadable = [this](Error error) {
        dispatch.book([&](ImportReport& report) { report.unreadable.push_back(std::move(error)); });
    };
    auto reader = LineReader::open(file);
    if (!reader)
        return unreadable(reader.error());
    auto line = reader->next();
    if (!line)
        return unreadable(line.error());
    if (!*line)
        return;   // an empty file holds no conversations
    const auto parser = parserFor(file, (*line)->text);
    if (!parser)
        return unreadable(parser.error());
    const std::string fileName = file.filename().string();
    while (line && *line && !dispatch.cancelled()) {
        take(**line, **parser, fileName);
        tellProgress(*reader, fileName);
        line = reader->next();
    }
    if (!line)
        unreadable(line.error());
    else if (!dispatch.cancelled())
        takeParsed((*parser)->finish(), fileName);
}

Result<std::unique_ptr<TranscriptParser>> TranscriptImport::State::parserFor(const std::filesystem::path& file,
                                                                             std::string_view firstLine)
{
    const std::string fileName = file.filename().string();
    if (options.mapping) {
        auto survey = surveyTable(file, *options.mapping);
        if (!survey)
            return tl::unexpected(survey.error());
        kind = options.mapping->name;
        return std::make_unique<TableParser>(fileName, *options.mapping, std::move(*survey));
    }
    const auto format = options.format ? options.format : detectTranscriptFormat(firstLine);
    if (!format)
        return failure("This is neither a MultiDoGO table nor a transcript of JSON lines. Say which with --as, or "
                       "describe a table with --mapping.",
                       file.string());
    kind = nameOf(*format);
    return makeTranscriptParser(*format, fileName);
}

void TranscriptImport::State::take(const LineReader::Line& line, TranscriptParser& parser, const std::string& fileName)
{
    const std::string place = fileName + ":" + std::to_string(line.number);
    const auto refuse = [&](std::string why) { takeParsed(failure(std::move(why)), place); };
    if (line.tooLong)
        return refuse("The line is longer than 1 MB.");
    if (!isUtf8(line.text))
        return refuse("The line is not valid UTF-8.");
    takeParsed(parser.parse(line.text, line.number), place);
}

void TranscriptImport::State::takeParsed(Result<std::vector<TranscriptRecord>> parsed, const std::string& place)
{
    if (!parsed) {
        Error& error = parsed.error();
        return dispatch.book([&](ImportReport& report) {
            report.refuse(error.place.empty() ? place : std::move(error.place), std::move(error.message));
        });
    }
    for (TranscriptRecord& record : *parsed)
        takeRecord(std::move(record));
}

void TranscriptImport::State::takeRecord(TranscriptRecord record)
{
    record.conversation.insert(0, std::string(kind) + ':');
    conversations.insert(record.conversation);
    if (options.speed <= 0)
        return play(std::move(record));
    const auto due = pace.dueOf(record);
    waiting.push({due, records++, std::move(record)});
    playDue(pace.settled());
}

// Plays what waits, up to a moment; with none, all of it.
void TranscriptImport::State::playDue(std::optional<TranscriptPace::Offset> until)
{
    while (!waiting.empty() && (!until || waiting.top().due < *until)) {
        const auto after = std::chrono::duration<double>(waiting.top().due) / options.speed;
        if (!dispatch.waitUntil(began + std::chrono::duration_cast<SteadyTime::duration>(after)))
            return;
        TranscriptRecord record = waiting.top().record;
        waiting.pop();
        play(std::move(record));
    }
}

void TranscriptImport::State::play(TranscriptRecord record)
{
    if (record.author != Author::Visitor) {
        carry(record);
        return dispatch.book([](ImportReport& report) { ++report.notPlayed; });
    }
    if (auto fault = faultOf(record)) {
        carry(record);
        return dispatch.book([&](ImportReport& report) { report.refuse(record.place, std::move(*fault)); });
    }
    const MessageId id{record.conversation + ':' + record.turn};
    if (saidBefore(record, id))
        return;
    if (known && known(id))
        return dispatch.book([](ImportReport& report) { ++report.alreadyThere; });
    takeCarried(record);
    VisitorInput input;
    input.visitor = VisitorId{record.conversation};
    input.visitorName = record.visitorName;
    input.channel = Channel::Import;
    input.origin = Origin::Imported;
    input.offerable = options.speed > 0;
    if (options.speed <= 0)
        input.at = record.at;
    if (!record.context.empty()) {
        input.what = VisitorContext{std::move(record.context)};
        if (!dispatch.sendContext(input, record.place))
            return;
    }
    VisitorWrote wrote{id, std::move(record.text)};
    if (options.speed <= 0)   // else it is live: who answers it says how it ended
        wrote.ending = std::move(record.ending);
    input.what = std::move(wrote);
    dispatch.sendMessage(std::move(input), std::move(record.place));
}

// What a line knows holds for its conversation, even when the line's own message is not played.
void TranscriptImport::State::carry(TranscriptRecord& record)
{
    if (record.context.empty())
        return;
    auto& kept = carried[record.conversation];
    std::move(record.context.begin(), record.context.end(), std::back_inserter(kept));
}

void TranscriptImport::State::takeCarried(TranscriptRecord& record)
{
    const auto kept = carried.find(record.conversation);
    if (kept == carried.end())
        return;
    record.context.insert(record.context.begin(), std::make_move_iterator(kept->second.begin()),
                          std::make_move_iterator(kept->second.end()));
    carried.erase(kept);
}

// A turn that stands twice in the files counts once; with another text it is a fault of the file, not a resend.
bool TranscriptImport::State::saidBefore(const TranscriptRecord& record, const MessageId& id)
{
    if (said.size() >= rememberedMessages)
        said.clear();
    const std::size_t hash = std::hash<std::string>{}(record.text);
    const auto [place, isNew] = said.try_emplace(id.value, hash);
    if (isNew)
        return false;
    dispatch.book([&](ImportReport& report) {
        if (place->second == hash)
            ++report.alreadyThere;
        else
            report.refuse(record.place, "This turn of the conversation came before, with another text.");
    });
    return true;
}

void TranscriptImport::State::tellProgress(const LineReader& reader, const std::string& fileName)
{
    const SteadyTime now = std::chrono::steady_clock::now();
    if (!listener || now - toldAt < std::chrono::milliseconds(100))
        return;
    toldAt = now;
    ImportProgress progress;
    progress.file = fileName;
    dispatch.book([&](ImportReport& report) { progress.messages = report.added + report.alreadyThere; });
    if (bytesTotal > 0)
        progress.share = std::min(1.0, (bytesBefore + reader.share() * bytesNow) / bytesTotal);
    listener(progress);
}

}
