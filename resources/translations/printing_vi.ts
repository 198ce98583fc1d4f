<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>Customer</name>
    <message>
        <source>{card}: {stamps} and you get {reward} free</source>
        <translation>{card}: đủ {stamps} được {reward} miễn phí</translation>
    </message>
    <message>
        <source>a present</source>
        <translation>một phần quà</translation>
    </message>
    <message>
        <source>{card}: {stamps} and you get {reward}</source>
        <translation>{card}: đủ {stamps} được {reward}</translation>
    </message>
    <message>
        <source>{amount} once, for good</source>
        <translation>{amount} một lần, dùng mãi</translation>
    </message>
    <message>
        <source>{amount} for {months}</source>
        <translation>{amount} cho {months}</translation>
    </message>
    <message>
        <source>{percent} off every bill</source>
        <translation>giảm {percent} mọi hoá đơn</translation>
    </message>
    <message>
        <source>member prices: {prices}</source>
        <translation>giá thành viên: {prices}</translation>
    </message>
    <message>
        <source>with the package {package}</source>
        <translation>kèm gói “{package}”</translation>
    </message>
    <message>
        <source>the fee earns {points_name} too</source>
        <translation>phí cũng được tích {points_name}</translation>
    </message>
    <message>
        <source>unused days are refunded if you end it early</source>
        <translation>ngừng sớm được hoàn tiền những ngày chưa dùng</translation>
    </message>
    <message>
        <source>voucher {name}: {worth}</source>
        <translation>phiếu “{name}”: {worth}</translation>
    </message>
    <message>
        <source>on bills from {amount}</source>
        <translation>hoá đơn từ {amount}</translation>
    </message>
    <message>
        <source>good for {days}</source>
        <translation>dùng trong {days}</translation>
    </message>
    <message>
        <source>{draw}: tickets until {day}, to be won: {prizes}</source>
        <translation>{draw}: nhận vé đến hết {day}, giải thưởng: {prizes}</translation>
    </message>
    <message>
        <source>each customer wins at most {times}</source>
        <translation>mỗi khách trúng tối đa {times}</translation>
    </message>
    <message>
        <source>your {points_name} can help {cause}: we give {amount} for each one</source>
        <translation>{points_name} của bạn góp được cho {cause}: quán góp {amount} mỗi {points_name}</translation>
    </message>
    <message>
        <source>we give {percent} of every bill to {cause}</source>
        <translation>quán trích {percent} mỗi hoá đơn góp cho {cause}</translation>
    </message>
    <message>
        <source>and {amount} for each of your {points_name} that you give</source>
        <translation>và {amount} cho mỗi {points_name} bạn góp</translation>
    </message>
    <message>
        <source>with a code from us: {perk} at {partner}</source>
        <translation>có mã của quán: {perk} tại {partner}</translation>
    </message>
    <message>
        <source>stamps and tickets count until its last day</source>
        <translation>tem và vé dùng đến hết ngày cuối</translation>
    </message>
    <message>
        <source>stamps and tickets count for {days} after its end</source>
        <translation>tem và vé còn dùng được {days} sau khi kết thúc</translation>
    </message>
    <message>
        <source>except {when}</source>
        <translation>trừ {when}</translation>
    </message>
    <message>
        <source>not at present</source>
        <translation>tạm chưa áp dụng</translation>
    </message>
    <message>
        <source>every year on {day}</source>
        <translation>ngày {day} hằng năm</translation>
    </message>
    <message>
        <source>every year for {days} from {day} on</source>
        <translation>hằng năm trong {days} kể từ {day}</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} đến {last}</translation>
    </message>
    <message>
        <source>{first}:00–{until}:00</source>
        <translation>{first}–{until} giờ</translation>
    </message>
    <message>
        <source>from {first} to {until}</source>
        <translation>từ {first} đến {until}</translation>
    </message>
    <message>
        <source>on day {days} of each lunar month</source>
        <translation>ngày {days} âm lịch hằng tháng</translation>
    </message>
    <message>
        <source>on day {days} of lunar month {months}</source>
        <translation>ngày {days} tháng {months} âm lịch</translation>
    </message>
    <message>
        <source>from {before} before Tết until {after} of Tết are over</source>
        <translation>từ {before} trước Tết đến hết {after} Tết</translation>
    </message>
    <message>
        <source>in the {before} before Tết</source>
        <translation>{before} trước Tết</translation>
    </message>
    <message>
        <source>in the first {after} of Tết</source>
        <translation>{after} đầu Tết</translation>
    </message>
    <message>
        <source>on your birthday</source>
        <translation>đúng ngày sinh nhật bạn</translation>
    </message>
    <message>
        <source>in the week of your birthday</source>
        <translation>tuần sinh nhật bạn</translation>
    </message>
    <message>
        <source>in the month of your birthday</source>
        <translation>tháng sinh nhật bạn</translation>
    </message>
    <message>
        <source>for tier {names}</source>
        <translation>khách hạng {names}</translation>
    </message>
    <message>
        <source>for customers with no tier yet</source>
        <translation>khách chưa có hạng</translation>
    </message>
    <message>
        <source>for our customers “{names}”</source>
        <translation>khách thuộc nhóm “{names}”</translation>
    </message>
    <message>
        <source>on your first purchase</source>
        <translation>lần mua đầu tiên</translation>
    </message>
    <message>
        <source>when you come back after {days} or more</source>
        <translation>khi quay lại sau {days} trở lên</translation>
    </message>
    <message>
        <source>when you buy {names}</source>
        <translation>khi mua {names}</translation>
    </message>
    <message>
        <source>when you buy at least {count} of {names}</source>
        <translation>khi mua từ {count} {names}</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>tiền mặt</translation>
    </message>
    <message>
        <source>bank card</source>
        <translation>thẻ ngân hàng</translation>
    </message>
    <message>
        <source>bank transfer</source>
        <translation>chuyển khoản</translation>
    </message>
    <message>
        <source>when you pay by {names}</source>
        <translation>khi trả bằng {names}</translation>
    </message>
    <message>
        <source>under conditions we will gladly explain</source>
        <translation>theo điều kiện riêng, bạn cứ hỏi quán</translation>
    </message>
    <message>
        <source>the amount before discounts</source>
        <translation>số tiền trước giảm giá</translation>
    </message>
    <message>
        <source>the amount after discounts</source>
        <translation>số tiền sau giảm giá</translation>
    </message>
    <message>
        <source>without tax</source>
        <translation>chưa gồm thuế</translation>
    </message>
    <message>
        <source>not what is paid with points or rewards</source>
        <translation>không gồm phần trả bằng điểm hay phần thưởng</translation>
    </message>
    <message>
        <source>what is paid with points or rewards too</source>
        <translation>gồm cả phần trả bằng điểm hay phần thưởng</translation>
    </message>
    <message>
        <source>each bill earns {points}</source>
        <translation>mỗi hoá đơn tích {points}</translation>
    </message>
    <message>
        <source>{points} more for each bill</source>
        <translation>thêm {points} cho mỗi hoá đơn</translation>
    </message>
    <message>
        <source>bills from {amount} earn {points}</source>
        <translation>hoá đơn từ {amount} tích {points}</translation>
    </message>
    <message>
        <source>bills from {amount} earn {points} more</source>
        <translation>hoá đơn từ {amount} được thêm {points}</translation>
    </message>
    <message>
        <source>{points} more</source>
        <translation>thêm {points}</translation>
    </message>
    <message>
        <source>{points} more as a present</source>
        <translation>tặng thêm {points}</translation>
    </message>
    <message>
        <source>{tickets} for {draw}</source>
        <translation>{tickets} “{draw}”</translation>
    </message>
    <message>
        <source>each {amount} brings you {given}</source>
        <translation>cứ {amount} được {given}</translation>
    </message>
    <message>
        <source>you get {voucher} for a later visit</source>
        <translation>tặng {voucher} cho lần sau</translation>
    </message>
    <message>
        <source>each {amount} earns {points}</source>
        <translation>cứ {amount} tích {points}</translation>
    </message>
    <message>
        <source>{points} more for each {amount}</source>
        <translation>thêm {points} cho mỗi {amount}</translation>
    </message>
    <message>
        <source>each {amount} spent on {names} earns {points}</source>
        <translation>cứ {amount} tiền {names} tích {points}</translation>
    </message>
    <message>
        <source>{points} more for each {amount} spent on {names}</source>
        <translation>thêm {points} cho mỗi {amount} mua {names}</translation>
    </message>
    <message>
        <source>for each {names} you get {given}</source>
        <translation>mỗi phần {names} được {given}</translation>
    </message>
    <message>
        <source>for every {count} of {names} you get {given}</source>
        <translation>cứ {count} phần {names} được {given}</translation>
    </message>
    <message>
        <source>each bill brings you {given}</source>
        <translation>mỗi hoá đơn được {given}</translation>
    </message>
    <message>
        <source>{stamps} on {card}</source>
        <translation>{stamps} vào thẻ “{card}”</translation>
    </message>
    <message>
        <source>double {points_name}</source>
        <translation>{points_name} nhân đôi</translation>
    </message>
    <message>
        <source>triple {points_name}</source>
        <translation>{points_name} nhân ba</translation>
    </message>
    <message>
        <source>{points_name} times {factor}</source>
        <translation>{points_name} nhân {factor}</translation>
    </message>
    <message>
        <source>{multiplied} on {names}</source>
        <translation>{multiplied} cho {names}</translation>
    </message>
    <message>
        <source>not counting {names}</source>
        <translation>không tính {names}</translation>
    </message>
    <message>
        <source>only what comes by {rules}</source>
        <translation>chỉ tính phần {rules}</translation>
    </message>
    <message>
        <source>counting {base}</source>
        <translation>tính trên {base}</translation>
    </message>
    <message>
        <source>not together with other offers</source>
        <translation>không cộng cùng ưu đãi khác</translation>
    </message>
    <message>
        <source>only the best such offer counts</source>
        <translation>chỉ tính ưu đãi có lợi nhất</translation>
    </message>
    <message>
        <source>when you join you get {given}</source>
        <translation>đăng ký thành viên được tặng {given}</translation>
    </message>
    <message>
        <source>for your birthday you get {given}</source>
        <translation>sinh nhật bạn được tặng {given}</translation>
    </message>
    <message>
        <source>from {days} before it on</source>
        <translation>nhận từ {days} trước sinh nhật</translation>
    </message>
    <message>
        <source>each year on the day you joined you get {given}</source>
        <translation>mỗi năm, đúng ngày bạn đăng ký, tặng {given}</translation>
    </message>
    <message>
        <source>once you reach {reached} you get {given}</source>
        <translation>khi đạt {reached}, bạn được tặng {given}</translation>
    </message>
    <message>
        <source>not seen you for {days}? We keep {given} for you</source>
        <translation>{days} chưa ghé lại? Quán để dành cho bạn {given}</translation>
    </message>
    <message>
        <source>come {row} in a row and you get {given}</source>
        <translation>ghé {row} liền được tặng {given}</translation>
    </message>
    <message>
        <source>come on {day} each year and you get {given}</source>
        <translation>ghé quán ngày {day} hằng năm được tặng {given}</translation>
    </message>
    <message>
        <source>from {days} before that day on</source>
        <translation>từ {days} trước đó</translation>
    </message>
    <message>
        <source>up to {days} after it</source>
        <translation>đến hết {days} sau đó</translation>
    </message>
    <message>
        <source>the first day of Tết</source>
        <translation>mùng 1 Tết</translation>
    </message>
    <message>
        <source>{day}/{month} of the lunar calendar</source>
        <translation>{day}/{month} âm lịch</translation>
    </message>
    <message>
        <source>in the last 12 months</source>
        <translation>trong 12 tháng gần nhất</translation>
    </message>
    <message>
        <source>in the calendar year</source>
        <translation>trong năm</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>tổng cộng</translation>
    </message>
    <message>
        <source>tier {tier} from {reached} {span}</source>
        <translation>hạng {tier} từ {reached} {span}</translation>
    </message>
    <message>
        <source>tier {tier} as soon as you join</source>
        <translation>hạng {tier} ngay khi đăng ký</translation>
    </message>
    <message>
        <source>we tell you {days} before you would leave a tier</source>
        <translation>quán báo trước {days} nếu bạn sắp rời hạng</translation>
    </message>
    <message>
        <source>{percent} more {points_name}</source>
        <translation>thêm {percent} {points_name}</translation>
    </message>
    <message>
        <source>{points} as a present when you reach it</source>
        <translation>tặng {points} khi lên hạng</translation>
    </message>
    <message>
        <source>the package {package}</source>
        <translation>gói “{package}”</translation>
    </message>
    <message>
        <source>a line of your own: {hotline}</source>
        <translation>đường dây riêng: {hotline}</translation>
    </message>
    <message>
        <source>{amount} spent</source>
        <translation>{amount} chi tiêu</translation>
    </message>
    <message>
        <source>{points} earned</source>
        <translation>{points} tích được</translation>
    </message>
    <message>
        <source>bring a friend: you get {own}, your friend gets {theirs}</source>
        <translation>rủ bạn đến: bạn được {own}, người bạn mới được {theirs}</translation>
    </message>
    <message>
        <source>bring a friend: you get {own}</source>
        <translation>rủ bạn đến: bạn được {own}</translation>
    </message>
    <message>
        <source>bring a friend: your friend gets {theirs}</source>
        <translation>rủ bạn đến: người bạn mới được {theirs}</translation>
    </message>
    <message>
        <source>with your friend&apos;s first bill</source>
        <translation>khi người bạn mới mua lần đầu</translation>
    </message>
    <message>
        <source>with your friend&apos;s first bill from {amount}</source>
        <translation>khi người bạn mới có hoá đơn đầu tiên từ {amount}</translation>
    </message>
    <message>
        <source>at most {friends} a month</source>
        <translation>tối đa {friends} mỗi tháng</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Cần biết</translation>
    </message>
    <message>
        <source>How you collect</source>
        <translation>Cách tích luỹ</translation>
    </message>
    <message>
        <source>Stamp cards</source>
        <translation>Thẻ tem</translation>
    </message>
    <message>
        <source>What you get</source>
        <translation>Đổi thưởng</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Hạng thành viên</translation>
    </message>
    <message>
        <source>Presents</source>
        <translation>Quà tặng</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Thẻ hội viên</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>Phiếu ưu đãi</translation>
    </message>
    <message>
        <source>Lucky draws</source>
        <translation>Rút thăm may mắn</translation>
    </message>
    <message>
        <source>Together with others</source>
        <translation>Cùng nhau</translation>
    </message>
    <message>
        <source>{points_name} stay good as long as you buy something every {span}</source>
        <translation>{points_name} còn mãi nếu cứ {span} bạn có mua ít nhất một lần</translation>
    </message>
    <message>
        <source>{points_name} are given up to {last}; what you have collected stays yours</source>
        <translation>{points_name} được tích đến hết ngày {last}; phần bạn đã tích vẫn là của bạn</translation>
    </message>
    <message>
        <source>{points_name} are given up to {last}; what you have collected is good up to {day}</source>
        <translation>{points_name} được tích đến hết ngày {last}; phần bạn đã tích dùng được đến hết ngày {day}</translation>
    </message>
    <message>
        <source>{points_name} are good for {span} from the day you earn them</source>
        <translation>{points_name} dùng được trong {span} kể từ ngày tích</translation>
    </message>
    <message>
        <source>{points_name} are good until the end of the month you earn them in</source>
        <translation>{points_name} dùng đến hết tháng tích</translation>
    </message>
    <message>
        <source>{points_name} are good until the end of the month you earn them in and {span} more</source>
        <translation>{points_name} dùng đến hết tháng tích và thêm {span}</translation>
    </message>
    <message>
        <source>{points_name} are good until the end of the year you earn them in</source>
        <translation>{points_name} dùng đến hết năm tích</translation>
    </message>
    <message>
        <source>{points_name} are good until the end of the year you earn them in and {span} more</source>
        <translation>{points_name} dùng đến hết năm tích và thêm {span}</translation>
    </message>
    <message>
        <source>{points_name} come from {base}</source>
        <translation>{points_name} tính trên {base}</translation>
    </message>
    <message>
        <source>a half and more is rounded up</source>
        <translation>phần lẻ từ một nửa trở lên được làm tròn lên</translation>
    </message>
    <message>
        <source>parts are rounded up</source>
        <translation>phần lẻ được làm tròn lên</translation>
    </message>
    <message>
        <source>at most {points} {span} for each customer</source>
        <translation>mỗi khách tối đa {points} {span}</translation>
    </message>
    <message>
        <source>Welcome to {shop}! This is how our program works:</source>
        <translation>Chào mừng bạn đến với {shop}! Chương trình thành viên của quán:</translation>
    </message>
    <message>
        <source>Show your card or say your phone number when you pay. See you soon!</source>
        <translation>Khi thanh toán, bạn chỉ cần đưa thẻ hoặc đọc số điện thoại. Hẹn gặp lại bạn!</translation>
    </message>
    <message>
        <source>nothing expires {span}</source>
        <translation>không điểm nào hết hạn {span}</translation>
    </message>
    <message>
        <source>if you return a whole bill, {points_name} spent on it come back</source>
        <translation>trả lại cả hoá đơn thì {points_name} đã dùng được hoàn lại</translation>
    </message>
    <message>
        <source>what is left over counts at your next visit</source>
        <translation>phần tiền lẻ được cộng dồn sang lần sau</translation>
    </message>
    <message>
        <source>pay with {points_name}: {points} = {amount}</source>
        <translation>trả bằng {points_name}: {points} = {amount}</translation>
    </message>
    <message>
        <source>for {points}: {name}</source>
        <translation>đổi {points}: {name}</translation>
    </message>
    <message>
        <source>free: {name}</source>
        <translation>miễn phí: {name}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>miễn phí</translation>
    </message>
    <message>
        <source>{amount} off the bill</source>
        <translation>giảm {amount} trên hoá đơn</translation>
    </message>
    <message>
        <source>{percent} off the bill</source>
        <translation>giảm {percent} hoá đơn</translation>
    </message>
    <message>
        <source>at most {amount}</source>
        <translation>tối đa {amount}</translation>
    </message>
    <message>
        <source>while stocks last</source>
        <translation>khi còn hàng</translation>
    </message>
    <message>
        <source>from {points} on</source>
        <translation>từ {points} trở lên</translation>
    </message>
    <message>
        <source>up to {percent} of the bill</source>
        <translation>tối đa {percent} hoá đơn</translation>
    </message>
    <message>
        <source>one {item} for {amount}</source>
        <translation>một phần {item} giá {amount}</translation>
    </message>
    <message>
        <source>one {item} free</source>
        <translation>một phần {item} miễn phí</translation>
    </message>
    <message>
        <source>given to {cause}: {amount}</source>
        <translation>góp cho {cause}: {amount}</translation>
    </message>
    <message>
        <source>{perk} at {partner}</source>
        <translation>{perk} tại {partner}</translation>
    </message>
    <message>
        <source>once you have {bills}</source>
        <translation>khi đã có {bills}</translation>
    </message>
    <message>
        <source>{points} must stay on your card</source>
        <translation>thẻ phải còn lại {points}</translation>
    </message>
    <message>
        <source>only {count} a day</source>
        <translation>mỗi ngày chỉ {count} phần</translation>
    </message>
    <message>
        <source>tier {tier}: {price}</source>
        <translation>hạng {tier}: {price}</translation>
    </message>
    <message>
        <source>point</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>any premium item</source>
        <translation>món cao cấp bất kỳ</translation>
    </message>
    <message>
        <source>premium {names}</source>
        <translation>{names} loại cao cấp</translation>
    </message>
    <message>
        <source>any item</source>
        <translation>món bất kỳ</translation>
    </message>
    <message>
        <source>no tier yet</source>
        <translation>chưa có hạng</translation>
    </message>
    <message>
        <source>the stamp card</source>
        <translation>thẻ tem</translation>
    </message>
    <message>
        <source>the lucky draw</source>
        <translation>đợt rút thăm</translation>
    </message>
    <message>
        <source>a voucher</source>
        <translation>một phiếu ưu đãi</translation>
    </message>
    <message>
        <source>the voucher {name} ({worth})</source>
        <translation>phiếu “{name}” ({worth})</translation>
    </message>
    <message>
        <source>{amount} off</source>
        <translation>giảm {amount}</translation>
    </message>
    <message>
        <source>{percent} off</source>
        <translation>giảm {percent}</translation>
    </message>
    <message>
        <source>{off}, at most {amount}</source>
        <translation>{off}, tối đa {amount}</translation>
    </message>
    <message>
        <source>at most {count} {span} for each customer</source>
        <translation>mỗi khách tối đa {count} {span}</translation>
    </message>
    <message>
        <source>nearly {fraction}</source>
        <translation>gần {fraction}</translation>
    </message>
    <message>
        <source>a little over {fraction}</source>
        <translation>nhỉnh hơn {fraction}</translation>
    </message>
    <message>
        <source>{count} day</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <source>{count} week</source>
        <translation>{count} tuần</translation>
    </message>
    <message>
        <source>{count} weeks</source>
        <translation>{count} tuần</translation>
    </message>
    <message>
        <source>{count} month</source>
        <translation>{count} tháng</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} tháng</translation>
    </message>
    <message>
        <source>{count} year</source>
        <translation>{count} năm</translation>
    </message>
    <message>
        <source>{count} years</source>
        <translation>{count} năm</translation>
    </message>
    <message>
        <source>{count} time</source>
        <translation>{count} lần</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} lần</translation>
    </message>
    <message>
        <source>{count} bill</source>
        <translation>{count} hoá đơn</translation>
    </message>
    <message>
        <source>{count} bills</source>
        <translation>{count} hoá đơn</translation>
    </message>
    <message>
        <source>{count} stamp</source>
        <translation>{count} tem</translation>
    </message>
    <message>
        <source>{count} stamps</source>
        <translation>{count} tem</translation>
    </message>
    <message>
        <source>{count} ticket</source>
        <translation>{count} vé</translation>
    </message>
    <message>
        <source>{count} tickets</source>
        <translation>{count} vé</translation>
    </message>
    <message>
        <source>{count} friend</source>
        <translation>{count} bạn</translation>
    </message>
    <message>
        <source>{count} friends</source>
        <translation>{count} bạn</translation>
    </message>
    <message>
        <source>per bill</source>
        <translation>mỗi hoá đơn</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>mỗi ngày</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>mỗi tuần</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>mỗi tháng</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>mỗi năm</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names} hoặc {last}</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} và {last}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>từ {first} đến {last}</translation>
    </message>
    <message>
        <source>from {first} on</source>
        <translation>từ {first}</translation>
    </message>
    <message>
        <source>up to {last}</source>
        <translation>đến hết {last}</translation>
    </message>
    <message>
        <source>Our points program</source>
        <translation>Chương trình thành viên</translation>
    </message>
    <message>
        <source>Join at the counter</source>
        <translation>Tham gia ngay tại quầy</translation>
    </message>
    <message>
        <source>Tell us your phone number when you pay – it takes half a minute and costs nothing.</source>
        <translation>Đọc số điện thoại khi thanh toán – chỉ nửa phút, không mất phí.</translation>
    </message>
    <message>
        <source>Code to scan: {words}</source>
        <translation>Mã để quét: {words}</translation>
    </message>
    <message>
        <source>{given} with your first bill from {amount}</source>
        <translation>{given} khi hoá đơn đầu tiên từ {amount}</translation>
    </message>
    <message>
        <source>{given} with your first bill</source>
        <translation>{given} với hoá đơn đầu tiên</translation>
    </message>
    <message>
        <source>answer our questions and you get {given}</source>
        <translation>trả lời câu hỏi của quán, bạn được {given}</translation>
    </message>
    <message>
        <source>a bill you pay in parts earns {points_name} as you pay</source>
        <translation>hoá đơn trả làm nhiều lần: trả đến đâu được {points_name} đến đó</translation>
    </message>
    <message>
        <source>a bill you pay in parts earns {points_name} once it is fully paid</source>
        <translation>hoá đơn trả làm nhiều lần: trả đủ mới được {points_name}</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>who sends</source>
        <translation>người mời</translation>
    </message>
    <message>
        <source>find us</source>
        <translation>liên hệ</translation>
    </message>
    <message>
        <source>{name} invites you to {shop}!</source>
        <translation>{name} mời bạn ghé {shop} nhé!</translation>
    </message>
    <message>
        <source>As a friend you get {gift}.</source>
        <translation>Lần đầu ghé quán, bạn được tặng {gift}.</translation>
    </message>
    <message>
        <source>Just say at the counter who sent you: {who}.</source>
        <translation>Khi tính tiền, bạn chỉ cần nói tên người mời: {who}.</translation>
    </message>
    <message>
        <source>Find us: {reach}</source>
        <translation>Liên hệ quán: {reach}</translation>
    </message>
    <message>
        <source>For a friend</source>
        <translation>Dành cho bạn mới</translation>
    </message>
    <message>
        <source>A friend</source>
        <translation>Một người bạn</translation>
    </message>
    <message>
        <source>{name}, phone ending in {digits}</source>
        <translation>{name}, điện thoại đuôi {digits}</translation>
    </message>
    <message>
        <source>member name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>shop name</source>
        <translation>quán</translation>
    </message>
    <message>
        <source>friend gift</source>
        <translation>quà</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dear {name},</source>
        <translation>Kính gửi {name},</translation>
    </message>
    <message>
        <source>Dear customer,</source>
        <translation>Kính gửi Quý khách,</translation>
    </message>
    <message>
        <source>On {day} you asked us: {kind}.</source>
        <translation>Ngày {day} Quý khách yêu cầu chúng tôi: {kind}.</translation>
    </message>
    <message>
        <source>We cannot do this, because: {reason}. You may complain about it.</source>
        <translation>Chúng tôi không thể thực hiện, vì: {reason}. Quý khách có quyền khiếu nại.</translation>
    </message>
    <message>
        <source>This was done on {closed}.</source>
        <translation>Yêu cầu đã được thực hiện ngày {closed}.</translation>
    </message>
    <message>
        <source>It takes longer, because: {reason}. It will be done by {done}.</source>
        <translation>Cần thêm thời gian, vì: {reason}. Sẽ thực hiện xong chậm nhất ngày {done}.</translation>
    </message>
    <message>
        <source>We have received it, and it will be done by {done}. It costs you nothing.</source>
        <translation>Chúng tôi đã nhận yêu cầu và sẽ thực hiện xong chậm nhất ngày {done}. Quý khách không phải trả phí.</translation>
    </message>
    <message>
        <source>REPORT OF A BREACH OF PERSONAL DATA</source>
        <translation>THÔNG BÁO VI PHẠM BẢO VỆ DỮ LIỆU CÁ NHÂN</translation>
    </message>
    <message>
        <source>To: Department A05, Ministry of Public Security</source>
        <translation>Kính gửi: Cục A05, Bộ Công an</translation>
    </message>
    <message>
        <source>From: {shop} ({contact})</source>
        <translation>Bên thông báo: {shop} ({contact})</translation>
    </message>
    <message>
        <source>Noticed: {noticed}. To be reported until: {until}.</source>
        <translation>Phát hiện lúc: {noticed}. Hạn thông báo: {until}.</translation>
    </message>
    <message>
        <source>What happened, when and where: {words}</source>
        <translation>Sự việc, thời gian, địa điểm: {words}</translation>
    </message>
    <message>
        <source>Which data: phone numbers, names, purchases, points; birthdays of some.</source>
        <translation>Loại dữ liệu: số điện thoại, tên, lịch sử mua hàng, điểm; ngày sinh của một số người.</translation>
    </message>
    <message>
        <source>How many people (see members.csv): {blank}</source>
        <translation>Số người (xem members.csv): {blank}</translation>
    </message>
    <message>
        <source>What may come of it: {blank}</source>
        <translation>Hậu quả có thể xảy ra: {blank}</translation>
    </message>
    <message>
        <source>What was done and will be done: {blank}</source>
        <translation>Biện pháp đã và sẽ thực hiện: {blank}</translation>
    </message>
    <message>
        <source>Who answers questions (name, phone): {blank}</source>
        <translation>Người liên hệ (tên, điện thoại): {blank}</translation>
    </message>
    <message>
        <source>Date, signature: {blank}</source>
        <translation>Ngày, chữ ký: {blank}</translation>
    </message>
    <message>
        <source>On {noticed} we noticed that data of our members may have got out: {words}</source>
        <translation>Lúc {noticed} chúng tôi phát hiện dữ liệu của khách thành viên có thể bị lộ: {words}</translation>
    </message>
    <message>
        <source>It may be your phone number, your name, what you bought here and your points.</source>
        <translation>Có thể gồm số điện thoại, tên, lịch sử mua hàng và điểm của Quý khách.</translation>
    </message>
    <message>
        <source>Please be careful with calls and messages in our name: we never ask for passwords, codes or money.</source>
        <translation>Xin cẩn thận với cuộc gọi và tin nhắn mạo danh chúng tôi: chúng tôi không bao giờ hỏi mật khẩu, mã xác nhận hay tiền.</translation>
    </message>
    <message>
        <source>We have told the authority. Questions: {shop} ({contact}).</source>
        <translation>Chúng tôi đã thông báo cho cơ quan chức năng. Liên hệ: {shop} ({contact}).</translation>
    </message>
    <message>
        <source>to see your data or have a copy of it</source>
        <translation>xem hoặc nhận bản sao dữ liệu của mình</translation>
    </message>
    <message>
        <source>to correct your data</source>
        <translation>sửa dữ liệu của mình</translation>
    </message>
    <message>
        <source>to take a consent back</source>
        <translation>rút lại sự đồng ý</translation>
    </message>
    <message>
        <source>to restrict what your data is used for</source>
        <translation>hạn chế sử dụng dữ liệu của mình</translation>
    </message>
    <message>
        <source>to stop a use of your data</source>
        <translation>ngừng một cách sử dụng dữ liệu của mình</translation>
    </message>
    <message>
        <source>to delete your data</source>
        <translation>xoá dữ liệu của mình</translation>
    </message>
    <message>
        <source>a complaint about your data</source>
        <translation>khiếu nại về dữ liệu của mình</translation>
    </message>
    <message>
        <source>Your data with us</source>
        <translation>Dữ liệu của bạn ở quán</translation>
    </message>
    <message>
        <source>the counter</source>
        <translation>tại quầy</translation>
    </message>
    <message>
        <source>Who keeps it: {shop} ({reach}).</source>
        <translation>Bên lưu giữ: {shop} ({reach}).</translation>
    </message>
    <message>
        <source>What we keep: your phone number, your name, what you buy and collect here; your birthday only where you gave it.</source>
        <translation>Lưu những gì: số điện thoại, tên, những gì bạn mua và tích được ở đây; ngày sinh chỉ khi bạn cho biết.</translation>
    </message>
    <message>
        <source>What for: to run the program. News, birthday wishes and sharing with partners each only after you have said yes to it.</source>
        <translation>Để làm gì: để chạy chương trình khách quen. Tin nhắn, chúc sinh nhật, chia sẻ với đối tác: mỗi việc chỉ khi bạn đồng ý riêng.</translation>
    </message>
    <message>
        <source>Where: on the shop’s own computer and its backups. It is not sold to anybody.</source>
        <translation>Ở đâu: trên máy tính của quán và các bản sao lưu. Không bán cho ai.</translation>
    </message>
    <message>
        <source>How long: until you leave the program or ask us to delete it.</source>
        <translation>Bao lâu: đến khi bạn rời chương trình hoặc yêu cầu xoá.</translation>
    </message>
    <message>
        <source>You may see it, have it corrected, restricted or deleted, object, take any consent back, and complain – at the counter or by the contact above. We answer within 2 working days.</source>
        <translation>Bạn có quyền xem, sửa, hạn chế, xoá, phản đối, rút lại sự đồng ý và khiếu nại – tại quầy hoặc qua liên hệ ở trên. Chúng tôi trả lời trong 2 ngày làm việc.</translation>
    </message>
    <message>
        <source>Confirmation: personal data erased</source>
        <translation>Giấy xác nhận đã xoá dữ liệu cá nhân</translation>
    </message>
    <message>
        <source>Erased on</source>
        <translation>Đã xoá lúc</translation>
    </message>
    <message>
        <source>Number in our books</source>
        <translation>Số trong sổ của quán</translation>
    </message>
    <message>
        <source>Points that ended</source>
        <translation>Số điểm kết thúc</translation>
    </message>
    <message>
        <source>Cards and codes that no longer work</source>
        <translation>Số thẻ và mã hết hiệu lực</translation>
    </message>
    <message>
        <source>Bills that stay, without a name</source>
        <translation>Số hoá đơn còn lại, không có tên</translation>
    </message>
    <message>
        <source>What was erased</source>
        <translation>Đã xoá những gì</translation>
    </message>
    <message>
        <source>Name, phone number, birthday, notes, consents, codes of other shops and all earlier values of them, in the shop&apos;s books. Backups that still hold them are gone after 35 days, and are erased before anybody sees them if they are used.</source>
        <translation>Tên, số điện thoại, ngày sinh, ghi chú, các lần đồng ý, mã của nơi khác và mọi giá trị cũ của chúng trong sổ của quán. Bản sao lưu còn giữ chúng sẽ mất sau 35 ngày; nếu được dùng lại thì thông tin bị xoá trước khi có ai nhìn thấy.</translation>
    </message>
    <message>
        <source>For (written by hand)</source>
        <translation>Cấp cho (ghi tay)</translation>
    </message>
    <message>
        <source>Signature of the shop</source>
        <translation>Chữ ký của quán</translation>
    </message>
    <message>
        <source>How long: until the customer leaves or asks for deletion.</source>
        <translation>Lưu bao lâu: đến khi khách rời đi hoặc yêu cầu xoá.</translation>
    </message>
    <message>
        <source>How long: until the customer leaves, asks for deletion, or stays away {months} months.</source>
        <translation>Lưu bao lâu: đến khi khách rời đi, yêu cầu xoá, hoặc không đến {months} tháng.</translation>
    </message>
    <message>
        <source>The file and its backups are not locked with a key of their own.</source>
        <translation>Tệp dữ liệu và bản sao lưu chưa được khoá bằng khoá riêng.</translation>
    </message>
    <message>
        <source>The file and its backups are locked with a key of their own.</source>
        <translation>Tệp dữ liệu và bản sao lưu được khoá bằng khoá riêng.</translation>
    </message>
    <message>
        <source>FACTS FOR THE IMPACT ASSESSMENT OF PERSONAL DATA</source>
        <translation>DỮ KIỆN CHO HỒ SƠ ĐÁNH GIÁ TÁC ĐỘNG XỬ LÝ DỮ LIỆU CÁ NHÂN</translation>
    </message>
    <message>
        <source>Controller: {shop} ({contact}). As of {day}.</source>
        <translation>Bên kiểm soát dữ liệu: {shop} ({contact}). Tính đến {day}.</translation>
    </message>
    <message>
        <source>People ever known: {people}; members now: {members}.</source>
        <translation>Số người từng lưu: {people}; khách hiện có: {members}.</translation>
    </message>
    <message>
        <source>Which data: name, phone number, day and month of birth of some, notes, cards, purchases and points. No identity numbers, no sensitive data.</source>
        <translation>Dữ liệu: tên, số điện thoại, ngày tháng sinh của một số khách, ghi chú, thẻ, lần mua và điểm. Không có số giấy tờ, không có dữ liệu nhạy cảm.</translation>
    </message>
    <message>
        <source>What for, each with consent of its own: the program (all); messages ({messages} agree), birthday ({birthday}), sharing ({sharing}).</source>
        <translation>Mục đích, mỗi mục có đồng ý riêng: chương trình (tất cả); tin nhắn ({messages} khách đồng ý), sinh nhật ({birthday}), chia sẻ ({sharing}).</translation>
    </message>
    <message>
        <source>Backups: at most 35 days; who looked at whom: 12 months.</source>
        <translation>Bản sao lưu: tối đa 35 ngày; ghi chép ai đã xem: 12 tháng.</translation>
    </message>
    <message>
        <source>Who receives them: nobody outside the shop, unless named here: {blank}. Abroad: {blank}</source>
        <translation>Bên nhận: không ai ngoài quán, trừ khi ghi ở đây: {blank}. Ở nước ngoài: {blank}</translation>
    </message>
    <message>
        <source>Other measures: staff with PINs and rights, a journal that shows changes, exports with reason and mark, erasure that reaches backups, answers within the days of the law.</source>
        <translation>Biện pháp khác: nhân viên có PIN và quyền riêng, nhật ký cho thấy mọi thay đổi, xuất dữ liệu phải có lý do và được đánh dấu, xoá cả khi khôi phục bản sao lưu, trả lời đúng hạn luật định.</translation>
    </message>
    <message>
        <source>What may come of it for people, and how likely: {blank}</source>
        <translation>Rủi ro cho khách và mức độ: {blank}</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Member card</source>
        <translation>Thẻ thành viên</translation>
    </message>
    <message>
        <source>Member card · since {date}</source>
        <translation>Thẻ thành viên · từ {date}</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Họ tên:</translation>
    </message>
    <message>
        <source>Show this code when you pay</source>
        <translation>Đưa mã này ra quét khi thanh toán</translation>
    </message>
    <message>
        <source>Member cards</source>
        <translation>Thẻ thành viên</translation>
    </message>
    <message>
        <source>Print at 100 % (actual size): this ruler must measure exactly 100 mm.</source>
        <translation>In ở 100 % (kích thước thật): thước này phải dài đúng 100 mm.</translation>
    </message>
    <message>
        <source>Sheet {sheet} · front · two-sided, flip on the long edge</source>
        <translation>Tờ {sheet} · mặt trước · in hai mặt, lật theo cạnh dài</translation>
    </message>
    <message>
        <source>Sheet {sheet} · back</source>
        <translation>Tờ {sheet} · mặt sau</translation>
    </message>
    <message>
        <source>For {name} alone</source>
        <translation>Dành riêng cho {name}</translation>
    </message>
    <message>
        <source>Letters to members</source>
        <translation>Thư gửi thành viên</translation>
    </message>
    <message>
        <source>{shop} · page {page} of {pages}</source>
        <translation>{shop} · trang {page}/{pages}</translation>
    </message>
    <message>
        <source>Rules of the draw “{draw}”</source>
        <translation>Thể lệ rút thăm “{draw}”</translation>
    </message>
    <message>
        <source>Tickets given before the seed was sealed: {count}.</source>
        <translation>Số vé đã phát trước khi niêm phong mã bí mật: {count}.</translation>
    </message>
    <message>
        <source>A seed of 32 random bytes was sealed that nobody sees before the draw. Its SHA-256 stands above. After the last day the list of tickets is published; seed and list together decide who wins, so that neither can be chosen to suit the other.</source>
        <translation>Một mã bí mật ngẫu nhiên 32 byte đã được niêm phong, không ai xem được trước khi rút. Mã SHA-256 của nó in ở trên. Sau ngày cuối, danh sách vé được công bố; mã bí mật và danh sách cùng quyết định người trúng, nên không thể chọn cái này cho vừa cái kia.</translation>
    </message>
    <message>
        <source>Tickets of the draw “{draw}”</source>
        <translation>Danh sách vé rút thăm “{draw}”</translation>
    </message>
    <message>
        <source>Published on {time}; nothing changes it any more.</source>
        <translation>Công bố lúc {time}; từ đó không gì thay đổi được nữa.</translation>
    </message>
    <message>
        <source>SHA-256 of the list</source>
        <translation>SHA-256 của danh sách</translation>
    </message>
    <message>
        <source>Ticket no.</source>
        <translation>Số vé</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Số lượng vé</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Code in the list</source>
        <translation>Mã trong danh sách</translation>
    </message>
    <message>
        <source>Record of the draw “{draw}”</source>
        <translation>Biên bản rút thăm “{draw}”</translation>
    </message>
    <message>
        <source>Drawn on {time}.</source>
        <translation>Rút lúc {time}.</translation>
    </message>
    <message>
        <source>Prize</source>
        <translation>Giải</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Người trúng</translation>
    </message>
    <message>
        <source>Winners</source>
        <translation>Người trúng thưởng</translation>
    </message>
    <message>
        <source>How anyone can check it</source>
        <translation>Ai cũng kiểm chứng được</translation>
    </message>
    <message>
        <source>Seed, opened at the draw</source>
        <translation>Mã bí mật, mở khi rút</translation>
    </message>
    <message>
        <source>Compare the commitment with the announcement printed before the draw. Then let the files beside this record be worked out again, on any computer with Python:</source>
        <translation>So mã cam kết với thể lệ đã in trước khi rút. Sau đó tính lại từ các tệp nằm cạnh biên bản này, trên bất kỳ máy nào có Python:</translation>
    </message>
    <message>
        <source>For the shop</source>
        <translation>Đại diện cửa hàng</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Người chứng kiến</translation>
    </message>
    <message>
        <source>Tickets are given to the end of {day}.</source>
        <translation>Phát vé đến hết ngày {day}.</translation>
    </message>
    <message>
        <source>Nobody wins more than once.</source>
        <translation>Mỗi người trúng nhiều nhất một giải.</translation>
    </message>
    <message>
        <source>Nobody wins more than {count} times.</source>
        <translation>Mỗi người trúng nhiều nhất {count} giải.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Sealed on {time}.</source>
        <translation>Niêm phong lúc {time}.</translation>
    </message>
    <message>
        <source>The sealed seed</source>
        <translation>Mã bí mật niêm phong</translation>
    </message>
    <message>
        <source>Commitment: SHA-256 of the sealed seed</source>
        <translation>Mã cam kết: SHA-256 của mã bí mật niêm phong</translation>
    </message>
    <message>
        <source>Prizes: {prizes}. Tickets: {tickets}. Customers with tickets: {people}.</source>
        <translation>Số giải: {prizes}. Số vé: {tickets}. Số khách có vé: {people}.</translation>
    </message>
    <message>
        <source>Nobody could win: {prizes}.</source>
        <translation>Không có người trúng: {prizes}.</translation>
    </message>
    <message>
        <source>A reminder, no legal advice: in Viet Nam a promotion by chance (draws, spins) is registered with the province&apos;s Department of Industry and Trade and confirmed before it begins; its result is reported afterwards, and half the value of prizes nobody won goes to the state budget (Commercial Law 2005, article 96; Decree 81/2018/NĐ-CP and its amendments).</source>
        <translation>Lời nhắc, không phải tư vấn pháp lý: ở Việt Nam, khuyến mại mang tính may rủi (rút thăm, quay số) phải đăng ký và được Sở Công Thương xác nhận trước khi thực hiện; kết thúc phải báo cáo kết quả, và 50% giá trị giải không có người trúng được nộp ngân sách nhà nước (Luật Thương mại 2005, Điều 96; Nghị định 81/2018/NĐ-CP và các văn bản sửa đổi).</translation>
    </message>
    <message>
        <source>Together our customers have given {points} = {amount} to “{cause}”. Thank you!</source>
        <translation>Khách của quán đã cùng góp {points} = {amount} cho “{cause}”. Xin cảm ơn!</translation>
    </message>
    <message>
        <source>A share of every bill: together we have given {amount} to “{cause}”. Thank you!</source>
        <translation>Trích từ mỗi hoá đơn, quán và khách đã cùng góp {amount} cho “{cause}”. Xin cảm ơn!</translation>
    </message>
    <message>
        <source>With {points} of our customers and a share of every bill we have given {amount} to “{cause}”. Thank you!</source>
        <translation>Từ {points} của khách và phần trích từ mỗi hoá đơn, quán đã góp {amount} cho “{cause}”. Xin cảm ơn!</translation>
    </message>
    <message>
        <source>As of {day}.</source>
        <translation>Tính đến {day}.</translation>
    </message>
    <message>
        <source>What we have given together</source>
        <translation>Chúng ta đã cùng góp</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Perk</source>
        <translation>Ưu đãi</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Ngày phát</translation>
    </message>
    <message>
        <source>Redeemed on</source>
        <translation>Ngày dùng</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Settlement with {partner}, {month}</source>
        <translation>Quyết toán với {partner}, tháng {month}</translation>
    </message>
    <message>
        <source>Codes given this month: {issued}. Redeemed this month: {redeemed}. Still open: {open}.</source>
        <translation>Mã phát trong tháng: {issued}. Đã dùng trong tháng: {redeemed}. Chưa dùng: {open}.</translation>
    </message>
    <message>
        <source>To be paid: {amount}</source>
        <translation>Phải trả: {amount}</translation>
    </message>
    <message>
        <source>Sheet {sheet} · front · two-sided, flip on the short edge</source>
        <translation>Tờ {sheet} · mặt trước · in hai mặt, lật theo cạnh ngắn</translation>
    </message>
    <message>
        <source>Sheet {sheet}</source>
        <translation>Tờ {sheet}</translation>
    </message>
    <message>
        <source>Hotline: {number}</source>
        <translation>Đường dây nóng: {number}</translation>
    </message>
    <message>
        <source>{tier} member</source>
        <translation>Thành viên {tier}</translation>
    </message>
    <message>
        <source>For you: {perks}</source>
        <translation>Dành cho bạn: {perks}</translation>
    </message>
    <message>
        <source>Points are not paid out in cash. Goods are returned within 7 days with the receipt; the points of what is returned are taken back.</source>
        <translation>Điểm không đổi thành tiền mặt. Hàng được đổi trả trong 7 ngày kèm hoá đơn; điểm của món trả lại sẽ được trừ.</translation>
    </message>
    <message>
        <source>Calibration page</source>
        <translation>Trang canh chỉnh máy in</translation>
    </message>
    <message>
        <source>Print this page on A4 at 100 % (actual size), from the tray the cards come from.</source>
        <translation>In trang này trên giấy A4 ở 100 % (kích thước thật), dùng đúng khay giấy sẽ in thẻ.</translation>
    </message>
    <message>
        <source>A – measure from the paper&apos;s left edge to the middle of cross 1: 20,0 mm if all is well.</source>
        <translation>A – đo từ mép trái tờ giấy đến tâm dấu thập 1: đúng thì là 20,0 mm.</translation>
    </message>
    <message>
        <source>B – measure from the paper&apos;s upper edge to the middle of cross 1: 20,0 mm if all is well.</source>
        <translation>B – đo từ mép trên tờ giấy đến tâm dấu thập 1: đúng thì là 20,0 mm.</translation>
    </message>
    <message>
        <source>C – measure the lying ruler: 100,0 mm if all is well.</source>
        <translation>C – đo thước nằm ngang: đúng thì là 100,0 mm.</translation>
    </message>
    <message>
        <source>D – measure the standing ruler: 100,0 mm if all is well.</source>
        <translation>D – đo thước đứng dọc: đúng thì là 100,0 mm.</translation>
    </message>
    <message>
        <source>In LoyalPOS, under “Cards &amp; printing”, type the four lengths at “A printer that is off”. From then on cards printed on this printer land where they belong.</source>
        <translation>Trong LoyalPOS, mục “Thẻ &amp; in ấn”, nhập bốn độ dài ở phần “Máy in bị lệch”. Từ đó thẻ in trên máy này sẽ đúng chỗ.</translation>
    </message>
    <message>
        <source>Scan this card with every purchase to collect {points}.</source>
        <translation>Quét thẻ mỗi lần mua để tích {points}.</translation>
    </message>
    <message>
        <source>Lost your card? Tell us your phone number for a new one; your {points} stay.</source>
        <translation>Mất thẻ? Báo số điện thoại để in lại, {points} còn nguyên.</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Welcome to tier {tier}!</source>
        <translation>Chúc mừng lên hạng {tier}!</translation>
    </message>
    <message>
        <source>{gift}: taken back</source>
        <translation>{gift}: đã thu lại</translation>
    </message>
    <message>
        <source>Bought for {amount}</source>
        <translation>Mua hàng {amount}</translation>
    </message>
    <message>
        <source>Bills from {amount} on earn {points_name}</source>
        <translation>Hoá đơn từ {amount} mới được tích {points_name}</translation>
    </message>
    <message>
        <source>For your visit</source>
        <translation>Ghé quán</translation>
    </message>
    <message>
        <source>Bill from {amount} on</source>
        <translation>Hoá đơn từ {amount}</translation>
    </message>
    <message>
        <source>Items that count: {count}</source>
        <translation>Số món được tính: {count}</translation>
    </message>
    <message>
        <source>{points_name} × {factor}</source>
        <translation>{points_name} × {factor}</translation>
    </message>
    <message>
        <source>Tier {tier}: {percent} more</source>
        <translation>Hạng {tier}: thêm {percent}</translation>
    </message>
    <message>
        <source>A present for you</source>
        <translation>Quà tặng bạn</translation>
    </message>
    <message>
        <source>{given} on {name}</source>
        <translation>{given} vào {name}</translation>
    </message>
    <message>
        <source>{given} for {name}</source>
        <translation>{given} cho {name}</translation>
    </message>
    <message>
        <source>Voucher {name} for your next visit</source>
        <translation>Phiếu {name} cho lần sau</translation>
    </message>
    <message>
        <source>Left over from earlier visits</source>
        <translation>Phần lẻ các lần trước cộng lại</translation>
    </message>
    <message>
        <source>Left over from an earlier return</source>
        <translation>Phần lẻ của lần trả hàng trước</translation>
    </message>
    <message>
        <source>Rounded on the whole bill</source>
        <translation>Làm tròn trên cả hoá đơn</translation>
    </message>
    <message>
        <source>The most that is given is reached</source>
        <translation>Đã đến mức tối đa</translation>
    </message>
    <message>
        <source>Reached tier {tier}</source>
        <translation>Lên hạng {tier}</translation>
    </message>
    <message>
        <source>Welcome present</source>
        <translation>Quà chào mừng</translation>
    </message>
    <message>
        <source>Birthday present</source>
        <translation>Quà sinh nhật</translation>
    </message>
    <message>
        <source>One more year together</source>
        <translation>Thêm một năm đồng hành</translation>
    </message>
    <message>
        <source>Good to see you again</source>
        <translation>Mừng bạn trở lại</translation>
    </message>
    <message>
        <source>You came again and again</source>
        <translation>Bạn ghé đều đặn</translation>
    </message>
    <message>
        <source>Holiday present</source>
        <translation>Quà ngày lễ</translation>
    </message>
    <message>
        <source>You brought a friend</source>
        <translation>Bạn giới thiệu bạn bè</translation>
    </message>
    <message>
        <source>UNDONE</source>
        <translation>ĐÃ HOÀN TÁC</translation>
    </message>
    <message>
        <source>RETURN</source>
        <translation>TRẢ HÀNG</translation>
    </message>
    <message>
        <source>Bill {number}</source>
        <translation>Hoá đơn {number}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>card … {digits}</source>
        <translation>thẻ … {digits}</translation>
    </message>
    <message>
        <source>You have now</source>
        <translation>Bạn hiện có</translation>
    </message>
    <message>
        <source>Enough for: {reward}</source>
        <translation>Đủ đổi: {reward}</translation>
    </message>
    <message>
        <source>{points} more for: {reward}</source>
        <translation>Còn {points} nữa được: {reward}</translation>
    </message>
    <message>
        <source>{amount} more makes the next {points_name}</source>
        <translation>Còn {amount} nữa được 1 {points_name}</translation>
    </message>
    <message>
        <source>Use them soon: {points} end on {day}</source>
        <translation>Dùng sớm: {points} hết hạn ngày {day}</translation>
    </message>
    <message>
        <source>With us for {years}</source>
        <translation>Đồng hành cùng quán {years}</translation>
    </message>
    <message>
        <source>Scan this at your next visit</source>
        <translation>Quét mã này ở lần mua sau</translation>
    </message>
    <message>
        <source>Printed again at {time}</source>
        <translation>In lại lúc {time}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng tiền</translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>Bạn trả</translation>
    </message>
    <message>
        <source>Paid now</source>
        <translation>Trả lần này</translation>
    </message>
    <message>
        <source>Still to be paid</source>
        <translation>Còn phải trả</translation>
    </message>
    <message>
        <source>{card} is full: next time {reward}</source>
        <translation>{card} đã đầy: lần sau được {reward}</translation>
    </message>
    <message>
        <source>Voucher {name}, good to {day}: {code}</source>
        <translation>Phiếu {name}, dùng đến {day}: {code}</translation>
    </message>
    <message>
        <source>{perk} at {partner}, code {code}</source>
        <translation>{perk} tại {partner}, mã {code}</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Hàng trả lại</translation>
    </message>
    <message>
        <source>of the bill of</source>
        <translation>của hoá đơn</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>Tiền trả khách</translation>
    </message>
    <message>
        <source>Spent before, given back</source>
        <translation>Đã đổi trước đó, trả lại</translation>
    </message>
    <message>
        <source>For the bill of</source>
        <translation>Của hoá đơn</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>Chào mừng bạn!</translation>
    </message>
    <message>
        <source>Done for you: {service}</source>
        <translation>Đã làm cho bạn: {service}</translation>
    </message>
    <message>
        <source>Voucher for you: {voucher}</source>
        <translation>Phiếu tặng bạn: {voucher}</translation>
    </message>
    <message>
        <source>Ended early: {membership}</source>
        <translation>Kết thúc sớm: {membership}</translation>
    </message>
    <message>
        <source>{card}: {count} of {size}</source>
        <translation>{card}: {count}/{size}</translation>
    </message>
    <message>
        <source>Full cards of {card}: {count}</source>
        <translation>{card} đã đầy: {count}</translation>
    </message>
    <message>
        <source>{draw}: {tickets}, tickets until {day}</source>
        <translation>{draw}: {tickets}, phát vé đến {day}</translation>
    </message>
    <message>
        <source>{program} runs to {day}</source>
        <translation>{program} chạy đến {day}</translation>
    </message>
    <message>
        <source>All {points_name} are good up to {day}</source>
        <translation>Mọi {points_name} dùng được đến {day}</translation>
    </message>
    <message>
        <source>{points_name} are given up to {day}; those you have stay yours</source>
        <translation>{points_name} được tích đến {day}; phần đã có vẫn là của bạn</translation>
    </message>
    <message>
        <source>Saved with us so far: {amount}</source>
        <translation>Đã tiết kiệm được {amount}</translation>
    </message>
    <message>
        <source>Tier {tier}</source>
        <translation>Hạng {tier}</translation>
    </message>
    <message>
        <source>Tier {tier} · your line: {number}</source>
        <translation>Hạng {tier} · đường dây riêng: {number}</translation>
    </message>
</context>
</TS>
